### Orders

order-is-draft = This order is not confirmed yet.
order-is-placed = The order is confirmed and is waiting to be accepted.
order-is-accepted = The order has been accepted already.
order-is-packed = The order has been packed already.
order-is-shipped = The order has been shipped already.
order-is-delivered = The order has been delivered already.
order-is-cancelled = This order has been cancelled.
order-is-dropped = This checkout is closed: please start again from your cart — /cart.
order-paid-no = There is nothing to pay for this order.
order-paid-asked = The invoice for this order has been sent already.
order-paid-yes = The order has been paid already.
order-paid-unsure = The payment of this order is still being checked.
order-paid-refunded = The money for this order has been given back already.
no-such-order = There is no such order.
order-not-yours = Another team works on orders.

## Parts of an order
day-of-month = { $day } { $month }
order-line = • { $title } — { $sum }
order-line-many = • { $title } — { $count } × { $price } = { $sum }
order-lines-more =
    { $count ->
        [one] …and { $count } more item
       *[other] …and { $count } more items
    }
order-discount = Discount: { $amount }
order-delivery = { $way }: { $amount }
order-free = free
order-total = <b>Total: { $amount }</b>
order-nothing-to-pay = Nothing to pay.
order-payment = Payment: { $way } · { $paid }
pay-on_delivery = on delivery
pay-invoice = by invoice
pay-telegram = in Telegram
pay-other = to be agreed
paid-no = not paid yet
paid-asked = invoice sent
paid-yes = paid
paid-unsure = payment being checked
paid-refunded = money given back
order-address = Address: { $address }
order-contact = Recipient: { $name }, { $phone }
order-comment = Comment: { $text }
order-state-placed = to be accepted
order-state-accepted = being packed
order-state-packed = packed
order-state-shipped = on the way
order-state-delivered = delivered
order-state-cancelled = cancelled
parcel-number = { $carrier }, tracking number <code>{ $tracking }</code>
parcel-expected = { " " }Expect it on { $day }.
parcel-link = { " " }<a href="{ $url }">Where the parcel is now</a>
change-line = • { $title }: { $after } instead of { $before }
change-gone = • { $title }: taken out of the order
change-delivery = • Delivery: { $amount }
change-address = • Address: { $address }
cancel-stock = it turned out to be out of stock
cancel-asked = as you asked
cancel-silent = we could not get in touch with you
cancel-unpaid = the payment did not arrive
cancel-reach = we can't deliver to this address
cancel-self = you cancelled it
off-stock = Out of stock
off-asked = The customer asked
off-silent = Can't reach the customer
off-unpaid = Not paid
off-reach = Can't deliver
off-self = Cancelled by the customer

## The customer's order
command-orders = Your orders and where they are now
order-now-placed = Confirmed. We have it and will accept it { $by }.
order-now-soon = Confirmed. We have it and will accept it soon.
order-now-accepted = Accepted, we are packing it.
order-now-packed = Packed, it will be sent soon.
order-now-ready = Packed and waiting for you.
order-now-shipped = On its way: { $parcel }.{ $expected }{ $link }
order-now-delivered = You have it already.
order-now-cancelled = Cancelled: { $reason }.
order-head =
    <b>Order №{ $number }</b>
    { $status }
order-we-owe = We will give back: { $amount }
order-you-owe = Still to pay: { $amount }
order-asks-yes =
    ❓ <b>We need your yes</b>
    { $changes }
    It will come to <b>{ $total }</b>
order-rated = ⭐ You rated it { $score }
step-confirm = ✅ Placed { $when }
step-accept = ✅ Accepted { $when }
step-pack = ✅ Packed { $when }
step-pack-pickup = ✅ Ready to collect { $when }
step-ship = ✅ Sent { $when }
step-deliver = ✅ Delivered { $when }
step-deliver-pickup = ✅ Collected { $when }
step-cancel = ❌ Cancelled { $when }
button-agree = ✅ I agree
button-decline = Leave it as it was
button-where = 📍 Where is it?
button-order-person = Ask a person
button-order-change = ✏️ Change
button-order-cancel = Cancel
button-repeat = 🔁 Order again
button-receipt = 🧾 Items and total
button-order = Order №{ $number }
button-order-open = Open the order
button-cancel-yes = Yes, cancel it
button-cancel-request = Ask to cancel it
button-keep = No, keep it
own-orders-none = You have no orders yet. If you would like to choose or ask something, just write to us.
orders-head = <b>Your orders: { $count }</b>
own-orders-line =
    <b>№{ $number }</b> · { $state } · { $total }
    { $title }{ $more }
    <i>{ $when }</i>
orders-and-more = { " " }and { $count } more
receipt-head =
    <b>{ $shop }</b>
    Order №{ $number }, placed { $when }
receipt-foot =
    Questions about the order: { $phone }, or a message here.
    <i>This is not a fiscal receipt.</i>
order-told-accepted = We have accepted order №{ $number } and will write when it is packed.
order-told-packed = Order №{ $number } is packed. We will send it soon.
order-told-ready = Order №{ $number } is packed and waiting for you.
order-told-shipped = 📦 Order №{ $number } has been sent: { $parcel }.{ $expected }
order-told-cancelled = Order №{ $number } is cancelled: { $reason }.
order-told-money-back = Order №{ $number } is cancelled: { $reason }. We will give { $amount } back and write to you about it.
order-told-invoice = The invoice for order №{ $number } is ready: { $amount }. We will tell you here how to pay it.
order-told-paid = We have received { $amount } for order №{ $number }. Thank you!
order-told-refunded = We have given { $amount } back for order №{ $number }. When it arrives depends on your bank.
order-told-changed =
    Order №{ $number } has changed:
    { $changes }
    The total is now <b>{ $total }</b>
order-told-proposal =
    Order №{ $number }: we suggest a change and need your yes.
    { $changes }
    It was { $before } and would be <b>{ $total }</b>.
order-stays = All right, order №{ $number } stays as it was.
proposal-gone = This suggestion no longer stands. Open the order to see how it is now.
order-cancel-ask = Cancel order №{ $number }?
order-cancel-staff = We are working on order №{ $number } already, so it can't be cancelled at once. Shall we pass your wish on to our staff?
order-change-ask = What should be changed in order №{ $number }? Write it in one message and we will pass it on to our staff.
order-where =
    <b>Order №{ $number }</b>
    { $status }
repeat-missing = • { $title }: not on sale now
repeat-dearer = • { $title }: it was { $was }, now it is { $now }
repeat-cheaper = • { $title }: it was { $was }, now it is cheaper, { $now }
repeat-all = Everything of this order is in your cart again: /cart
repeat-done =
    What is available is in your cart: /cart
    Please note:
    { $lines }
repeat-nothing =
    Sorry, nothing of this order is on sale now:
    { $lines }
    Write to us and we will find something similar.
liked-told = Order №{ $number } has been delivered.
liked-told-pickup = You have order №{ $number }.
liked-ask = How do you like it? 1 is not at all, 5 is very much.
liked-good = Thank you for { $score } ⭐. We are glad that you like order №{ $number }.
liked-fair = Thank you for rating order №{ $number }: { $score } ⭐.
thing-rated = “{ $thing }”: { $score } ⭐
thing-rated-poor = “{ $thing }”: { $score } ⭐. We are sorry. We are looking into it: see below.
button-thing-words = A few words about “{ $thing }”
thing-words-ask = Please tell us in a few words about “{ $thing }”: what is good, what is not? Your next message becomes your comment.
thing-words-ask-poor = Please tell us in a few words what is wrong with “{ $thing }”. Your next message becomes your comment.
thing-ask = How do you like “{ $thing }”? 1 is not at all, 5 is very much.
button-thing-skip = Skip
toast-thing-skipped = All right.
liked-poor = Thank you for telling us: { $score } ⭐. We are sorry about order №{ $number }. We are looking into it: see below.
toast-asked-person = Passed on to our staff
mine-order = 🧾 Order №{ $number }. { $status }
mine-written-to = { $name } will write to you about order №{ $order }. The message will arrive here.

## The board of orders
orders-board = <b>🧾 Orders</b>
orders-empty = 🧾 No orders in work.
orders-elsewhere = The board of orders of “{ $queue }” is in another place now.
stage-owed = <b>💸 Give money back: { $count }</b>
stage-placed = <b>📥 To accept: { $count }</b>
stage-accepted = <b>🧺 To pack: { $count }</b>
stage-packed = <b>📦 To send or hand over: { $count }</b>
stage-shipped = <b>🚚 On the way: { $count }</b>
orders-entry = { $mark } №{ $number } · { $amount } · { $name } · { $waiting }
lines-orders =
    { $count ->
        [one] 🧾 { $count } order is waiting to be accepted.
       *[other] 🧾 { $count } orders are waiting to be accepted.
    }
button-orders-board = 🧾 Orders
orders-late =
    { $count ->
        [one] 🔴 An order was not accepted in time:
       *[other] 🔴 { $count } orders were not accepted in time:
    }
    { $lines }
order-late-line = №{ $number } · { $amount } · { $name } · waiting { $waits }

## The staff's order
work-head = <b>🧾 Order №{ $number }</b> · { $state } · handled by: { $agent }
work-wish = 🙋 The customer asks for: { $wish }
wish-cancel = cancelling the order
wish-change = a change of the order
wish-person = an answer from a person
customer-wishes = 🙋 Order №{ $order }: the customer asks for { $wish }.
work-customer = 👤 { $name } · { $username } · { $reach }
work-we-owe = 💸 To give back: <b>{ $amount }</b>
work-they-owe = ⚠️ The customer still has to pay: <b>{ $amount }</b>
work-parcel = 🚚 { $parcel }.{ $expected }{ $link }
work-history = <b>What happened:</b>
work-earlier = …and { $count } more before
work-event = { $when }: { $what } — { $who }{ $more }
event-confirm = placed
event-accept = accepted
event-pack = packed
event-ship = sent
event-deliver = handed over
event-cancel = cancelled
event-paid = payment received
event-invoice = invoice sent
event-refund = money given back
event-change = changed
event-propose = change suggested
event-withdraw = suggestion withdrawn
event-decline = change declined
event-ask = request
event-rate = rating
event-comment = comment
event-other = change
event-reason = { " " }({ $reason })
event-score = { " " }({ $score } ⭐)
event-sums = { " " }({ $before } → { $after })
event-amount = { " " }({ $amount })
by-customer = the customer
by-shop = the shop
work-waits-yes =
    ⏳ <b>Waiting for the customer's yes</b>
    { $changes }
    It would come to <b>{ $total }</b>
button-accept = ✅ Accept
button-pack = 🧺 Packed
button-ready = 🧺 Ready to collect
button-ship = 🚚 Send
button-deliver = 🏁 Delivered
button-hand-over = 🏁 Handed over
button-withdraw = Withdraw the suggestion
button-change = ✏️ Change
button-order-off = ❌ Cancel
button-write = 💬 Write to the customer
button-refunded = 💸 Money given back
button-invoiced = 🧾 Invoice sent
button-paid = 💰 Paid
form-ship =
    <b>Sending</b>
    Carrier: { $carrier }
    Tracking number: { $tracking }
    Expected: { $day }
    The customer will know when you press “Sent”.
button-carrier = Another carrier
button-tracking = № Tracking number
button-days =
    { $count ->
        [1] tomorrow
       *[other] +{ $count } days
    }
button-day = Another day
button-shipped = 🚚 Sent
button-form-back = ← Back
form-cancel = <b>Why is it cancelled?</b> The customer will read the reason.
form-cancel-paid = <b>Why is it cancelled?</b> The customer will read the reason. The order is paid: “Give money back” will stand on the board.
button-cancel-words = In my own words
form-change = <b>What should change?</b> The customer will know when you press “Done”.
form-changed =
    <b>Changes</b>
    { $changes }
    It was { $before } and will be <b>{ $total }</b>
button-price = Price of delivery
button-address = Address
button-change-send = ✅ Done
deal-carrier = Order №{ $number }: who carries it? Write the name.
deal-tracking = Order №{ $number }: write the tracking number.
deal-day = Order №{ $number }: when is it expected? For example: 5 May, 3–5 May, tomorrow.
deal-reason = Order №{ $number }: why is it cancelled? The customer will read your words.
deal-sure =
    Order №{ $number } will be cancelled, and { $name } will read: “{ $words }”. Cancel it?
button-off = Cancel the order
deal-reason-short = The customer will read these words: please give the reason in one plain sentence.
deal-price = Order №{ $number }: what does delivery cost? For example: 350
deal-address = Order №{ $number }: the new address?
tracking-odd = This does not look like a tracking number: it has 5 to 40 letters and digits. Please write it again.
day-odd = I could not read the day. Write, for example: 5 May, 3–5 May, 05.05, tomorrow.
amount-odd = I could not read the amount. Write a number, for example: 350 or 1 200.50.
ship-needs-carrier = Choose who carries it first.
change-nothing = Nothing has been changed yet.
change-nothing-left = Nothing would be left of the order. It is better to cancel it then.
change-no-stock = There are no longer that many of “{ $title }” in stock.
order-owes-nothing = There is nothing to give back for this order.
write-here = You have the conversation about this order already: №{ $number }.
toast-order-accepted = Accepted. The customer will know.
toast-order-packed = Packed. The customer will know.
toast-order-shipped = Sent. The customer will know.
toast-order-delivered = Done. We will ask how they like it.
toast-order-cancelled = Cancelled. The customer will know.
toast-order-changed = Changed. The customer will know.
toast-order-asked = It would cost more, so we have asked the customer. The answer will stand on the order's card.
ticket-order = 🧾 <b>Order №{ $number }</b> · { $state } · { $total }
ticket-parcel = 🚚 { $parcel }.{ $link }
ticket-rated = ⭐ Order rated { $score }
customer-orders = <b>Orders: { $count }</b>, { $total } in all
customer-order = №{ $number } · { $state } · { $total } · { $when }{ $rating }
