### Everything staff see.

## Board
board-head = <b>{ $queue }</b> · waiting: { $count }
board-empty = <b>{ $queue }</b> · nobody is waiting
board-line = { $mark } <b>№{ $number }</b> { $topic } · { $waiting } · { $certainty }
board-no-words = no words
board-more = …and { $count } more
board-work = In progress: { $taken } · waiting for the customer: { $pending }
board-closed = Outside business hours.
button-take = Take №{ $number }
button-take-oldest = Take the oldest
button-refresh = 🔄 Refresh
certainty-sure = sure
certainty-likely = likely
certainty-guess = guess
certainty-asking = asking
certainty-unclear = unclear
certainty-staff = set by staff
certainty-score = from a score
lines-empty = Nobody is waiting in your queues 🎉

## One's own tickets
hand-empty = You have no tickets in hand. /queue shows who is waiting.
hand-head = <b>In your hands: { $count }</b>
hand-line = { $mark } <b>№{ $number }</b> { $name } · { $topic } · { $state }{ $place }
hand-awaits = waiting for your answer
hand-topic = to the topic →

## Ticket card
ticket-head =
    <b>№{ $number } · { $topic }</b>
    { $queue } · { $state } · { $agent }
ticket-customer = 👤 { $name } · { $username } · { $spoken } · earlier tickets: { $earlier } · { $reach }
ticket-why = 🧭 { $certainty }: { $runners }. Words: { $words }
ticket-why-told = 🧭 Topic: { $certainty }. The model thought: { $runners }. Words: { $words }
ticket-nearest = Like: “{ $text }”
ticket-matters = ⚠️ There seem to be several questions: { $topics }. Please answer all of them.
why-score = 🧭 From a low score: { $score }
why-no-words = 🧭 The message had no words
how-topic = <i>Just write here: the customer gets it. A note for colleagues: // text</i>
how-private = <i>To write to the customer, reply to any message of this ticket. A note for colleagues: // text</i>
language-ru = Russian
language-en = English
reach-yes = reachable
reach-no = ⛔ has blocked the bot
reach-banned = 🚫 banned
state-asking = asking for the topic
state-open = waiting
state-taken = in progress
state-pending = waiting for the customer
state-resolved = resolved
state-spam = spam
reply-waiting = ⏳ reply is being sent (written { $when })
reply-delivered = ✓ reply delivered (written { $when })
reply-blocked = ⛔ reply not delivered, the bot is blocked (written { $when })
reply-unsure = ❓ reply: unknown whether it arrived (written { $when })
reply-failed = ⚠️ reply not delivered, Telegram refused it (written { $when })
reply-unsent = 🗑 reply taken back (written { $when })
button-resolve = ✅ Resolve
button-pending = ⏸ Wait for customer
button-resume = ▶️ Back to work
button-topic = Topic
button-transfer = Transfer
button-card = Customer
button-callin = Ask a colleague in
button-ban = Spam
button-unban = Unban
button-reopen = ↩️ Reopen
button-drop = Never mind
late-answer = This ticket is closed, but the customer gets your message. If the conversation goes on, open it again.

## Customer card
customer-head =
    👤 <b>{ $name }</b> · { $username } · { $spoken } · { $reach }
    Phone: { $phone }
    First here { $since }
customer-tickets = <b>Tickets: { $count }</b>
customer-ticket = №{ $number } { $topic } · { $opened } · { $state }{ $rating }
customer-unsolved = not solved
last-customer = The customer had the last word, { $when }: “{ $text }”
last-staff = We had the last word, { $when }: “{ $text }”

## What reaches the customer
delivery-blocked = ⛔ №{ $number }: not delivered, the customer has blocked the bot.
delivery-unsure = ❓ №{ $number }: Telegram did not confirm the reply. It may have arrived. Send it again?
delivery-failed = ⚠️ №{ $number }: Telegram refused the reply, the customer does not see it. Please try another way.
button-again = Send again
button-arrived = It arrived
settled-already = This reply has been dealt with already.
name-line = <b>{ $name }:</b>
note-line = 📝 <b>{ $name }:</b>
cannot-copy = ↪️ Received: { $kind }. Telegram does not let it be passed on, or the original is gone.
cannot-send = Telegram does not let this be passed on; the customer got nothing. Please send text, a photo or a file.
edited-mark = <i>✏️ edited</i>
edit-stays-inside = The edit begins with “/”, so it was not sent: the customer still sees the old text. To take the reply back, reply to it with /unsend.
edit-file-stays = Telegram does not let the attachment be replaced on the customer's side: the customer has not seen the new one. Please send it as a separate message.
already-sent = This message has been sent already.
customer-unreachable = The customer has blocked the bot: nothing was sent.
customer-banned = This customer is banned: nothing was sent. You can unban them on their card: /card.
unsent = 🗑 Taken back: the customer no longer sees it.
unsend-how = Reply with /unsend to your own message to a customer, and I will delete it on their side (within 48 hours).
unsend-not-yours = You can only take back your own messages.
unsent-already = You have taken this message back already.
unsend-late = ⚠️ It is too late to take this back: more than 48 hours have passed, and Telegram no longer lets it be deleted. The customer still sees it.
unsend-on-its-way = The reply is being sent right now. Try /unsend again in a few seconds.
unsend-never = This message never reached the customer, so there is nothing to take back.
unsend-failed = ⚠️ Telegram did not let the message be deleted: the customer still sees it.
kind-text = text
kind-photo = a photo
kind-video = a video
kind-animation = a GIF
kind-document = a file
kind-audio = an audio file
kind-voice = a voice message
kind-video_note = a video message
kind-sticker = a sticker
kind-location = a location
kind-venue = a place
kind-contact = a contact
kind-poll = a poll
kind-dice = a roll of the dice
kind-game = a game
kind-story = a story
kind-invoice = an invoice
kind-giveaway = a giveaway
kind-giveaway_winners = giveaway results
kind-paid_media = paid photos or videos
kind-checklist = a checklist
kind-unknown = a message

## Taking
toast-taken-topic = The ticket is yours. Its topic is opening in the group.
toast-taken-private = The ticket is yours. The conversation is in your private chat with the bot.
take-how = Tell me the ticket's number. For example: /take 12
queue-empty = Nobody is waiting in this queue.
already-taken = №{ $number } is with { $name } already.
already-yours = №{ $number } is yours already.
already-resolved = №{ $number } is resolved already.
already-pending = №{ $number } is waiting for the customer already.
not-your-queue = This ticket belongs to another queue. If you can help, ask its people to transfer it or to ask you in.
start-first = First open a private chat with me and press Start: that is where the conversation will be. Then take the ticket again.
no-topic = I lack the right to manage topics in the group, so the conversation of №{ $number } is here, in private.

## States
toast-resolve = Marked as resolved
toast-pending = Waiting for the customer
toast-resume = Back to work
toast-reopen = The ticket is open again
toast-fresh = Refreshed
toast-sent = Sending
toast-again = Sending again
toast-arrived = Fine, counted as delivered
take-first = Nobody has taken №{ $number } yet. Take it first: /take { $number }
not-pending = №{ $number } is not waiting for the customer.
not-resolved = №{ $number } is not closed, so there is nothing to reopen.

## Transfer, topic, asking in
transfer-ask = Where should №{ $number } go? To a queue, or straight to a colleague on duty.
topic-ask = What is №{ $number } really about? Your choice helps me learn.
callin-ask = Whom shall I ask in for №{ $number }? They will see the whole conversation and can answer, too.
choice-line = • <code>{ $name }</code> — { $title }
no-such-queue =
    There is no such queue. These are the queues:
    { $queues }
    For example: <code>/transfer care</code>
no-such-topic =
    There is no such topic. These are the topics:
    { $topics }
    For example: <code>/topic delivery</code>
same-queue = №{ $number } is in “{ $queue }” already.
already-has = №{ $number } is with { $name } already.
already-here = { $name } sees this conversation already.
colleague-unreachable = { $name } could not read it: they have not started the bot.
nobody-to-call = Nobody else is on duty right now.
moved-to = №{ $number } → { $to }. The whole conversation and its notes went along.
handed-over = 🤝 { $name } hands №{ $number } over to you.
called-in = 👋 { $name } asks you in on №{ $number }. All that was said is below; reply to these messages and the customer gets your answer. For colleagues: // text
call-in-done = { $name } now sees the conversation and can answer.
move-offer = The new topic belongs to “{ $queue }”. Transfer it there?
button-move = Transfer
button-stay = Leave it here
toast-moved = Transferred
toast-called = Asked in
toast-topic = Topic changed

## Spam
ban-ask = Ban { $name }? The bot will stop taking their messages, and №{ $number } and their other tickets will be closed as spam.
button-ban-yes = Yes, ban
ban-done = 🚫 Banned: { $name }. You can undo it on the customer's card.
unban-done = { $name } can write again.
already-banned = { $name } is banned already.
not-banned = { $name } is not banned.
toast-banned = Banned
toast-unbanned = Unbanned

## Commands
needs-ticket = Which ticket do you mean? Write the command in its topic, as a reply to one of its messages, or with a number. For example: { $example }
note-how = Write a note in the ticket's topic, as a reply to one of its messages, or with a number. For example: /note 12 please call after six
note-empty = Add some words. For example: // please call after six
unknown-staff-command = There is no such command, and the customer got nothing: what begins with “/” stays inside. All commands: /help
staff-prompt =
    { $question }
    Please answer { $until }. Changed your mind? /cancel
staff-topic-unknown = Telegram no longer tells the bot which topic this message is in. Please open the card again and press the button there.
staff-cancelled = All right. The bot is not waiting for an answer any more.
prompt-not-yours = The bot did not ask you this. Only the person who was asked can take the question away.
late-words-ask = The bot wanted your answer { $until } and no longer waits for it, so this message has not gone to anybody yet. Send it to the customer of ticket №{ $number }? If it was meant as an answer to the bot, press the same button again and repeat it.
button-late-words = Send to the customer
which-ticket = Which customer is this message for?
reply-how = I only send replies to a ticket's messages, and you have no tickets in hand. /queue shows who is waiting. To write to the shop yourself: /help → “Write as a customer”.
stranger-here = This is where the shop's staff talk. Your message was not sent to the customer. If you have a question for the shop, write to me in private.

## Help
staff-help =
    <b>{ $name }, this is how to work here.</b>

    { $where }

    /queue — who is waiting, /mine — what you have in hand
    /take 12 — take ticket №12
    /orders — the board of orders, /orders 12 — order №12
    /card — who the customer is and what happened before
    // please call after six — a note, the customer never sees it
    /wish would like… or the button 💡 Wish — what the customer wanted and did not find; they never see it
    /transfer care — to another queue, /topic delivery — correct the topic
    /pending — waiting for the customer, /resolve — done, /reopen — open again
    /unsend — as a reply to your own message: take it back
    /ban — spam, /duty off — go off duty
    Commands work in the ticket's topic, as a reply to one of its messages, or with a number: /resolve 12
    { $more }
help-group = Press “Take” on the board and the ticket's topic opens with the whole conversation. What you write there goes to the customer under your name.
help-private = In a group with topics, a ticket you take gets its own topic: what you write there goes to the customer. Other tickets come here: reply to any of their messages, and the customer gets it under your name.
help-of-agent = { "" }
help-of-supervisor =
    { "" }
    You are a supervisor: you see all queues and hear of late tickets and low ratings. Complaints come to you here as cards: “Take it” to look after one, “Outcome” to decide and close it. /wishes shows what customers wish for, /stats the reports.
help-of-admin =
    { "" }
    You are an admin: /bind orders (in a group) ties a group to a queue, /invite agent orders asks somebody to join, /staff shows people and roles, /topics topics and queues, /stats the reports, /import and /export take the catalogue or examples from a file and to a file, /review teaches the model what messages are about, /retrain trains it anew, /model shows its versions, /guide sends a guide to subscribers.
button-as-customer = 🛍 Write as a customer
button-as-staff = ↩️ Staff again
as-customer-now = 🛍 <b>You are writing as a customer.</b> Whatever you send here becomes a request to the shop. In groups you are still staff. To go back, use the button below or /help.
as-staff-now = You are staff again. You can look at the shop as a customer at any time.
as-customer-still = 🛍 <b>You are writing as a customer</b>, so staff commands do not work here. Go back?
still-customer = You are writing as a customer, so your reply was not sent. Send /help, press “Staff again” and reply once more.

## Trouble

## From the customer
customer-reopened = ↩️ The customer has opened №{ $number } again.
customer-picked = 🏷 The customer says it is about something else: “{ $topic }”.
customer-split = ✂️ The customer's last message is another matter: it is now in №{ $number }.
customer-changed = ✏️ The customer has changed the message; here is the new one:
rating-comment = 💬 №{ $number }, rated { $score }: “{ $text }”
certainty-picked = the customer's pick
kind-live_photo = a live photo
kind-quiz = a quiz
kind-rich_message = a rich message
