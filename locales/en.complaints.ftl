### Complaints: who looks into them, by when, how they ended.

## For customers
mine-complaint =
    <b>№{ $number }</b>
    We will find out what went wrong. { $who }
mine-complaint-name = { $name } is looking after your request.
mine-complaint-team = A supervisor is looking after your request.
mine-complaint-answer = 1. We will write to you here { $by }.
mine-complaint-answered = 1. ✅ We have written to you.
mine-complaint-late = 1. We should have written to you by now. Sorry for the delay: we will answer as soon as we can.
mine-complaint-decide = 2. We will tell you our decision { $by }.
mine-complaint-after = 3. A few days later we will ask whether all is well now.
mine-complaint-policy = { $policy }
mine-complaint-waits = { $name } is waiting for your answer. Just write it here.
mine-complaint-closed =
    <b>№{ $number }</b>
    This request is closed, and we have told you our decision. If anything is left, just reply here.
complaint-decided =
    Our decision on request №{ $number }:
    { $outcome }
decided-refund = We will give you your money back.
decided-replacement = We will replace it.
decided-repair = We will repair it at our expense.
decided-discount = We will give you a discount.
decided-apology = We apologise: it was our mistake.
decided-explained = We have looked into it and explained how it came about.
decided-unfounded = We have checked everything and found no mistake on our side.
decided-amount = Amount: { $amount }.
complaint-no-more = Request №{ $number }: we treat it as an ordinary question now, and the days we named no longer hold. We will answer here. If something went wrong, just tell us.
better-ask = We recently dealt with your request №{ $number }. Are things better now?
better-yes = Thank you for telling us!
better-no = We are sorry. Your request is open again. Please write what is still wrong.
button-better = Yes
button-worse = No
toast-better = Thank you!
toast-worse = Your request is open again.

## For staff
complaint-head =
    🔴 <b>Complaint №{ $number }</b> · { $state }
    👤 { $name } · followed by: { $follower }
complaint-state-open = to be decided
complaint-state-closed = closed
complaint-cause-ticket-score = { $score } out of 5 for request №{ $number } · { $topic }, answered by: { $agent }
complaint-cause-order-score = { $score } out of 5 for order №{ $order }
complaint-cause-product-score = { $score } out of 5 for “{ $thing }” of order №{ $order }
complaint-cause-product-score-gone = { $score } out of 5 for an item of order №{ $order }
complaint-cause-nps-score = { $score } out of 10 for recommending us to friends
complaint-cause-ces-score = { $score } out of 5 for how easy it was to get an answer on request №{ $number }
complaint-cause-words = The customer complains
complaint-cause-topic = A colleague set the topic to “Complaint”
complaint-answer-by = Write to the customer { $by }
complaint-answered = The customer was written to: { $when }
complaint-decide-by = Decide { $by }
complaint-earlier = Decided { $when }: { $outcome }
complaint-earlier-better = Decided { $when }: { $outcome }. The customer, later: it is better
complaint-earlier-worse = Decided { $when }: { $outcome }. The customer, later: it is not better
complaint-earlier-sum = { $outcome }, { $amount }
complaint-earlier-words = The customer was written: <i>{ $words }</i>
complaint-earlier-more = { $count ->
    [one] Decided once before that.
   *[other] Decided { $count } times before that.
    }
complaint-ended =
    Outcome:
    { $outcome }
complaint-better = The customer, later: it is better
complaint-worse = The customer, later: it is not better
outcome-ask = How does it end? The customer will read the outcome, and the request will be closed.
outcome-refund = Refund
outcome-replacement = Replacement
outcome-repair = Repair
outcome-discount = Discount
outcome-apology = Apology
outcome-explained = Explained
outcome-unfounded = Not confirmed
outcome-none = The customer's data is erased.
outcome-mistaken = It was not a complaint.
outcome-words-ask = “{ $outcome }”. What should we write to the customer? Write it, and we show what they will see before it goes.
outcome-refund-ask = “{ $outcome }”. Write the amount and, after a comma, the words for the customer: “1500, back on your card”. We show what they will see before it goes.
outcome-discount-ask = “{ $outcome }”. Write the amount and, after a comma, the words for the customer: “500, off your next order”. Words alone will do too. We show what they will see before it goes.
outcome-preview =
    The customer will see:

    { $outcome }
outcome-preview-bare =
    There is no amount in your words. The customer will see:

    { $outcome }
button-outcome-send = Send
button-outcome-send-bare = Send without an amount
button-outcome-mend = Change
button-outcome-plain = Without words
button-outcome-plain-refund = Without amount and words
button-complaint = 🔴 Complaint
button-complaint-take = Take it
button-complaint-outcome = Outcome
button-complaint-back = ‹ Back
toast-complaint-taken = You are looking after it now
toast-complaint-closed = The decision is sent, the request is closed
toast-outcome-first = This is a complaint: first choose how it ended.
complaint-drop-ask = Request №{ $number } is a complaint, and the customer was promised days. Another topic closes it without an outcome, and we will tell the customer that the days no longer hold. Is it really no complaint?
button-complaint-drop = Yes, no complaint
button-complaint-keep = Keep it a complaint
toast-complaint-sure = This is a complaint: please confirm.
complaint-not-yours-to-end = { $name } is looking after complaint №{ $number }. Only { $name } or a supervisor can end it.
complaint-dropped = Complaint №{ $number }: { $name } has set another topic. There is nothing to decide any more.
complaint-is-yours = You are looking after complaint №{ $number } already.
complaint-is-taken = { $name } is looking after complaint №{ $number } already.
complaint-is-closed = Complaint №{ $number } is closed already: { $outcome }
complaint-low-again = 😟 { $name } has given a low score again ({ $score } out of 5), on complaint №{ $number }.
complaint-low-nps = 😟 { $name } gives { $score } out of 10 for recommending us to friends, on complaint №{ $number }.
complaint-low-thing = 😟 { $name } gives { $score } out of 5 for “{ $thing }”, on complaint №{ $number }.
complaint-low-why = 😟 { $name } writes why the score was low, on complaint №{ $number }.
complaint-low-reopened = { $what } The complaint is open again, with new deadlines.
complaint-not-better = 😟 { $name }: things are no better after the decision on complaint №{ $number }. It is open again.
complaint-answer-half = ⏳ Complaint №{ $number }, { $name }: half of the time is gone, and nobody has written to the customer. We promised an answer { $by }.
complaint-answer-due = ⏰ Complaint №{ $number }, { $name }: time is up, please write to the customer.
complaint-answer-over = 🔴 Complaint №{ $number }, { $name }: the customer was promised an answer, and nobody has written yet.
complaint-decide-half = ⏳ Complaint №{ $number }, { $name }: half of the time is gone. We promised a decision { $by }.
complaint-decide-due = ⏰ Complaint №{ $number }, { $name }: time is up, please decide.
complaint-decide-over = 🔴 Complaint №{ $number }, { $name }: the time to decide has passed without an outcome.
ticket-complaint-answer = 🔴 Complaint: write { $by }. Followed by { $name }
ticket-complaint-decide = 🔴 Complaint: decide { $by }. Followed by { $name }
ticket-complaint-closed = Complaint closed: { $outcome }
