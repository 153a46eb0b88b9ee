### What admins and supervisors see, and what concerns the staff and its groups.

## Board
board-elsewhere = <b>{ $queue }</b> · this queue's board is in another chat now.

## Groups
queue-line = • <code>/bind { $name }</code> — { $title }
bind-how =
    Say which queue this group looks after:
    { $queues }
bind-in-group = /bind works in a group: add me there, make me an administrator and send /bind there.
bind-done = Done: this group looks after “{ $queue }”. The board of those who wait is about to appear here. Tickets are answered in private with me by whoever takes them.
bind-done-forum = Done: this group looks after “{ $queue }”. The board of those who wait is about to appear here, and each ticket gets a topic of its own when it is taken.
bind-rights =
    Not yet: I lack rights here. Open the group's settings → Administrators → me, switch these on and send the command again.
    { $rights }
bind-wishes =
    I lack rights in this group. Open the group's settings → Administrators → me and switch on:
    { $rights }
right-topics = • “Manage topics”, to open a topic for each ticket
right-read = • administrator rights, to see what staff write in the topics
right-pin = • “Pin messages”, to keep the board in view
right-delete = • “Delete messages”, to take the old board away
bind-unchecked = I could not find out my rights in this group: Telegram did not answer. Please send the command again in a minute.
bind-moved = “{ $queue }” is looked after in another group now; its board is there.
bind-told = { $name }: “{ $queue }” is looked after in the group “{ $group }” now.
group-hello =
    Hello! Which queue does this group look after? Send one of these commands here:
    { $queues }
group-remind =
    This group is not tied to a queue yet. Send one of these commands here, or I will leave a day after I was added:
    { $queues }
group-not-ours = I only work in my own shop's groups, so I am leaving. All the best!
group-gave-up = Nobody tied this group to a queue, so I am leaving. Add me again when you need me.
channel-left = You added me to the channel “{ $channel }”. I don't work in channels, only in private and in my own shop's groups, so I have left it.
group-lost = ⚠️ The bot can no longer write in the group of “{ $queue }”. For now the board comes to you, and conversations go on in private with the staff. To bring everything back, add the bot to the group and send /bind there.
group-migrated = This group has become a supergroup, and the board has moved with it. If you have switched topics on, send /bind once more, and each ticket gets a topic of its own.
stranger-joined = ⚠️ Somebody who is not on the staff has joined the group “{ $group }”: { $name }. Customers' messages can be read there. Invite them with /invite or remove them from the group.
anonymous-admin = You are writing as the group, so I can't see who you are. Switch off “Remain anonymous” in your administrator rights and try again.
in-private-please = Please send me this command in private.

## Invitations
role-agent = agent
role-supervisor = supervisor
role-admin = admin
of-queue = , queue “{ $queue }”
invite-how =
    Name the role and, for an agent, the queue. For example: <code>/invite agent orders</code>
    Roles: agent (answers), supervisor (sees every queue), admin (sets things up).
    Queues:
    { $queues }
invite-queue-line = • <code>{ $name }</code> — { $title }
invite-link =
    Invitation: { $role }{ $queue }. Pass this link on to one person; it works once, within the next 24 hours:
    { $link }
invite-unknown = There is no such invitation. Please ask an admin for a new link.
invite-used = This invitation has been used. Please ask an admin for a new link.
invite-expired = This invitation is no longer valid. Please ask an admin for a new link.
invite-own = This is your own invitation: pass the link on to the person you are inviting.
invite-already = You are on the staff already. An admin can change your role and queues with /staff.
welcome-staff =
    Welcome! Your role: { $role }{ $queue }.
    Customers will see you as “{ $name }”.
    A ticket you take opens as a topic in the group or, if the group has no topics, here: then reply to the customer's message. The menu has the commands.
joined-staff = Somebody new is on the staff: { $name } — { $role }{ $queue }.

## Staff
staff-head = <b>On the staff: { $count }</b>
staff-line = { $duty } <b>{ $name }</b> — { $role } · { $queues }{ $reach }
no-queues = no queues
not-reachable = { " " }· ⛔ can't be reached: they must press Start
staff-foot = 🟢 on duty, ⚪️ off duty. Tap a name to change role or queues. To bring somebody in: /invite
staff-in-hand =
    { $count ->
        [0] No tickets in hand.
       *[other] Tickets in hand: { $count }
    }
button-role = Role
button-queues = Queues
button-leave = Remove from the staff
button-leave-yes = Yes, remove
button-yes = Yes
button-back = ← Back
role-which = <b>{ $name }</b> — { $role }. Which role instead?
role-sure = <b>{ $name }</b>: the new role is { $role }. Is that right?
queues-which = Which queues does <b>{ $name }</b> answer? Tap to add or remove.
leave-sure =
    { $count ->
        [0] Remove <b>{ $name }</b> from the staff?
        [one] Remove <b>{ $name }</b> from the staff? The ticket in hand returns to its queue.
       *[other] Remove <b>{ $name }</b> from the staff? The { $count } tickets in hand return to their queues.
    }
your-role = Your role has changed. It is now: { $role }.
role-told = { $by }: { $name } has a new role: { $role }.
queue-joined = You answer “{ $queue }” from now on.
queue-joined-by-link = { $name } now answers “{ $queue }” as well.
queue-left = You no longer answer “{ $queue }”. The tickets you had in it are back in the queue.
you-left-staff = You are no longer on the shop's staff. Thank you for your work!
dismissed =
    { $count ->
        [0] { $by }: { $name } is no longer on the staff.
       *[other] { $by }: { $name } is no longer on the staff. Tickets back in their queues: { $count }
    }
not-on-staff = This person is not on the staff any more.
last-admin = This is the last admin: make somebody else an admin first.
admin-by-settings = “{ $name }” is an admin by the settings (ADMIN_IDS). Take them out of there first.
staff-unreachable =
    { $count ->
        [0] ⚠️ The bot can't write to { $name }: they have blocked it or not pressed Start yet.
       *[other] ⚠️ The bot can't write to { $name }: they have blocked it or not pressed Start yet. Tickets back in their queues: { $count }
    }
toast-done = Done

## Duty and name
is-on = you are on duty
is-off = you are off duty
duty-how = Right now { $state }. To start: /duty on, to stop: /duty off
duty-on = 🟢 { $name } is on duty.
duty-off = ⚪️ { $name } is off duty.
button-duty-on = 🟢 Go on duty
button-duty-off = ⚪️ Go off duty
queue-alone = ⚠️ Nobody is on duty in “{ $queue }” any more. Its board comes to you.
button-name = Change my name
name-ask = What name shall customers see? Write it in one message.
name-how = A name has 1 to 64 characters. Please write it again.
name-set = Done: customers will see the name “{ $name }”.

## Nobody is forgotten
remind-agent = ⏰ №{ $number }: the customer has waited for your answer longer than they should. Overdue: { $late }
overdue-waiting = 🔴 №{ $number } in “{ $queue }” was not taken in time. Overdue: { $late }
overdue-taken = 🔴 №{ $number } in “{ $queue }”: { $name } has not answered in time. Overdue: { $late }
remind-many =
    { $count ->
        [one] ⏰ { $count } customer has waited for your answer longer than they should:
       *[other] ⏰ { $count } customers have waited for your answer longer than they should:
    }
    { $lines }
overdue-many =
    { $count ->
        [one] 🔴 { $count } ticket in “{ $queue }” is overdue:
       *[other] 🔴 { $count } tickets in “{ $queue }” are overdue:
    }
    { $lines }
late-line = • №{ $number } · { $topic } · { $name } · { $late } late
late-line-held = • №{ $number } · { $topic } · { $name } · { $late } late · with { $agent }
late-more =
    { $count ->
        [one] …and { $count } more ticket
       *[other] …and { $count } more tickets
    }
button-give-back = Put №{ $number } back
toast-given-back = Back in the queue
not-in-hand = Nobody is working on №{ $number } now.
given-back = { $by }: №{ $number } is back in its queue.
pending-closed = We have not heard from you and have closed request №{ $number }. If the question is still open, just write and we'll go on.
set-aside = ⚠️ One message could not be handled; it is kept and set aside (record { $number }). Reason: { $reason }. Details are in the program's log.
aside-undecodable =
    { $count ->
        [one] one of its fields could not be read
       *[other] { $count } of its fields could not be read
    }
aside-unknown-kind = Telegram sent something of a new kind that the program does not know yet
aside-failed = an error in the program (<code>{ $error }</code>)

## Command menu
command-start = Start from the beginning
command-help = What this bot can do
command-operator = A person, please
command-privacy = What is stored about you
command-language = Language / Язык
command-queue = Who is waiting
command-mine = My tickets
command-take = Take a ticket by its number
command-note = A note for staff only
command-transfer = Pass to another queue
command-topic = Change the topic
command-card = The customer's card
command-pending = Wait for the customer
command-resolve = The matter is settled
command-reopen = Open again
command-ban = Spam: ban the customer
command-unsend = Take my message back
command-duty = Go on or off duty
command-bind = Tie a group to a queue
command-invite = Invite to the staff
command-staff = Staff, roles, queues
about = Write your question about an order, delivery, a product or a return, and it goes straight to the person who knows. People answer, right here.
about-short = Questions to the shop, answered by people.
