### Returns, exchanges, repairs

## To customers
button-giveback = Return or exchange
button-giveback-more = Return something else
button-giveback-back = ← Back
button-giveback-withdraw = Keep it after all (№{ $number })
giveback-which =
    <b>Return from order №{ $number }</b>
    What would you like to return, exchange or have repaired?
giveback-how-many =
    <b>{ $thing }</b>
    How many?
giveback-why =
    <b>{ $thing }</b>
    We are sorry it did not work out. What happened? It helps us and other customers.
giveback-what-for =
    <b>{ $thing }</b>
    { $reason }. What would you prefer?
giveback-reason-size = The size does not fit
giveback-reason-unlike = Not as in the photo
giveback-reason-defect = Faulty or broken
giveback-reason-wrong = The wrong item came
giveback-reason-late = It came too late
giveback-reason-mind = I changed my mind
giveback-reason-other = Another reason
giveback-want-money = Money back
giveback-want-exchange = Exchange
giveback-want-repair = Repair
giveback-policy =
    You can return it without a reason within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } of receiving it, until { $plain }. If it is faulty or the wrong item came, until { $fault }.
giveback-day = { $day } { $month } { $year }
giveback-dropped = All right, nothing is returned. If you need to, you can do it here at any time.
giveback-over = The time for returning this order is over. If something is wrong, please write to us: we will see how we can help.
giveback-head = <b>Returns from order №{ $number }</b>
giveback-case =
    <b>№{ $number } · { $thing }</b> × { $count }
    { $want }. { $stands }
giveback-stands-asked = We have your request and will answer. If you like, send a photo or a few words here: they will go with it.
giveback-stands-approved = Agreed ✅ Please bring or send it to us; our colleague will tell you the easiest way.
giveback-stands-received-money = We have it. Your money is on its way.
giveback-stands-received-exchange = We have it and are preparing the exchange.
giveback-stands-received-repair = It is with our mechanic.
giveback-stands-done-money = Money returned: { $amount } ✅
giveback-stands-done-exchange = Exchanged ✅
giveback-stands-done-repair = Repaired ✅
giveback-stands-refused = Unfortunately we can't take it back: { $why }
giveback-answer-term = the time for returns is over.
giveback-answer-used = it has been used and can't be sold again.
giveback-answer-unsold = goods of this kind can't be returned by law.
giveback-answer-talk = we have written you the details here.
giveback-told-approved = Return №{ $number } is agreed: { $thing }. We will tell you here how to hand it over.
giveback-told-received = Return №{ $number }: { $thing } has reached us and is being checked.
giveback-told-refused = There is an answer about return №{ $number } ({ $thing }): please see the message about it. If you disagree, just write here.
giveback-told-money = Return №{ $number }: { $amount } paid back for { $thing }. Cards usually show it within a few days.
giveback-told-exchange = Return №{ $number }: the exchange for { $thing } is ready.
giveback-told-repair = Return №{ $number }: { $thing } is repaired.
giveback-not-yet = You can return what you have received. This order is still on its way: if you no longer need it, it can be cancelled.
giveback-nothing-left = There is nothing left to return of this item.
giveback-too-late = The time for this reason is over. Please write to us: we will see how we can help.
giveback-is-draft = This request has not been sent yet.
giveback-is-asked = This request has been sent already.
giveback-is-approved = This return has been agreed already.
giveback-is-received = The item of this return has reached us already.
giveback-is-done = This return is finished already.
giveback-is-refused = This return has been declined already.
giveback-is-withdrawn = This request has been taken back.

## To staff
backing-head =
    <b>Return №{ $number }</b> from order №{ $order } · { $state }
    { $thing } × { $count }
    { $name }: { $reason } → { $want }
    To pay back: { $amount } · { $term }
    Decided by: { $agent }
backing-state-draft = not sent
backing-state-asked = to be decided
backing-state-approved = agreed, waiting for the item
backing-state-received = the item is here
backing-state-done = finished
backing-state-refused = declined
backing-state-withdrawn = the customer keeps it
backing-no-reason = —
backing-in-time = within the time without a reason
backing-after-time = after the time without a reason
button-backing = The return
button-backing-approve = Agree
button-backing-receive = Item received
button-backing-money = Paid back: { $amount }
button-backing-amount = Paid back another amount
button-backing-exchange = Exchanged
button-backing-repair = Repaired
button-backing-refuse = Decline…
button-backing-back = ← Back
button-answer-term = Time is over
button-answer-used = It was used
button-answer-unsold = Can't be returned by law
button-answer-talk = I will explain in writing
giveback-amount-ask = How much was paid back? Please write the amount as a number, for example 1299.90. To pay back by the request: { $amount }.
giveback-amount-wrong = That much can't be paid back: the whole order cost { $most }.

## Report
returns-none = Nothing was returned in the last { $days } days.
returns-report =
    <b>Returns in { $days } days: { $back } pcs</b>
    { $lines }
returns-line =
    <b>{ $product }</b> — { $back } of { $sold } ({ $share })
    { $why }
returns-line-bare =
    <b>{ $product }</b> — { $back }
    { $why }
returns-why =   · { $why }: { $count }
picture-returns = Why things come back
picture-returns-hint = How many were returned in { $days } days, and why; in brackets the share of those delivered.
picture-returns-share = { $back } ({ $share }%)
command-stats = Reports: ratings, answers, wishes, returns

## The first order
welcome-plain =
    { $name }, thank you for your first order! 🎉
    We will write here at every step until the order is with you. Any question, just send a message.

    { $lines }
welcome-signed =
    { $name }, thank you for your first order! 🎉
    We will write here at every step until the order is with you. Any question, just send a message; I am here.

    { $lines }

    { $who }
welcome-who = { $who }, { $role }

## What staff have to do
task-checkup =
    <b>Ask how the first order went</b>
    { $name } ({ $username }), phone { $phone }
    Order №{ $order } was received { $delivered }. Call or write: is everything all right, do they need help?
task-tried = Not reached, attempts: { $count }.
task-came-fine = ✅ All is well. { $name }
task-came-trouble = ⚠️ There is trouble, being looked into. { $name }
task-came-silent = Could not be reached; we leave them in peace. { $name }
task-unwanted = The customer asked to be left in peace: no call is needed.
task-done = This has been done already.
task-trouble = Noted. Write to the customer from the order's card, so that nothing is lost.
button-task-fine = All is well
button-task-trouble = There is trouble
button-task-silent = No answer

## History of an order
event-giveback_asked = asks to give back
event-giveback_withdrawn = keeps it after all
event-giveback_approve = return agreed
event-giveback_receive = item received back
event-giveback_refuse = return declined
event-giveback_finish = return finished
