### Cart, checkout, confirmation, payment

## Cart
command-cart = Your cart
cart =
    <b>Your cart</b>

    { $lines }

    <b>Total: { $total }</b>
cart-empty =
    <b>Your cart is empty so far</b>
    Have a look at the catalogue: there is sure to be something for you. And if you would like advice, just write here.
cart-is-empty = Your cart is empty. Please put something from the catalogue into it first.
cart-added = It is in your cart.
cart-line-gone = This is not in your cart any more.
cart-not-sold = This is no longer sold.
cart-ask-us = This can't be ordered here yet. Write to us and we will help you with the order.
cart-full = There are { $most } different things in your cart already. Please place the order or take something out.
cart-most = That is more than can be ordered here at once: { $most } at most. If you need more, write to us and we will work out a price for a large order.
cart-only-left =
    { $left ->
        [one] Only { $left } is left.
       *[other] Only { $left } are left.
    }
cart-none-left = Sorry, there is no more of this at the moment.
thing-line = { $number }. { $title } — { $quantity } × { $price } = { $sum }
thing-gone = { $number }. <s>{ $title }</s> — sold out, taken out of the cart.
thing-left =
    { $left ->
        [one]    ❗️ Only { $left } is left, we have corrected the cart.
       *[other]    ❗️ Only { $left } are left, we have corrected the cart.
    }
thing-price =    ❗️ The price has changed: it was { $was }, now it is { $now }.
button-cart-clear = Empty the cart
button-checkout = Check out

## Checkout
checkout = <b>Your order</b>
checkout-closed = The checkout is closed, nothing has been ordered. Your cart is still there: /cart.
sum-discount = Discount with { $code }: { $sum }
sum-delivery = { $title }: { $price }
sum-days = { $title } ({ $days } days)
sum-free = free
sum-total = <b>Total: { $sum }</b>
detail-address = Address: { $address }
detail-contact = For: { $name }, { $phone }
detail-payment = Payment: { $way }
detail-comment = Comment: { $comment }
pay-way-on_delivery = on delivery
pay-way-invoice = by invoice
pay-way-telegram = by card in Telegram
button-pay-on_delivery = On delivery
button-pay-invoice = By invoice
button-pay-telegram = By card in Telegram
ask-delivery = How would you like to receive your order?
ask-address = Please write the delivery address: town, street, house, flat.
ask-phone = Please tell us your phone number: we call it if something needs to be cleared up.
ask-payment = How would you like to pay?
ask-comment = Write what we should know: a convenient time, the door code, anything else.
ask-promo = Please write the promo code.
phone-ask = Press “Send my number” below, or write the number as a message.
phone-done = All right.
phone-how = We could not read this number. Please write all of it, with the country code, for example +44 20 7946 0958.
phone-not-yours = This is somebody else's number. If they are to receive the order, please write their number as a message.
address-how = Please write the address in more detail: town, street, house, flat.
address-long = The address is too long: there is room for { $most } characters. You can add details as a comment.
button-share-phone = Send my number
button-leave-comment = No comment
button-leave-promo = No promo code
button-step-back = ← Back
button-abandon = Cancel
button-to-delivery = Delivery
button-to-address = Address
button-to-phone = Phone
button-to-payment = Payment
button-to-comment = Comment
button-to-promo = Promo code
button-change-cart = Change the contents
button-remember-phone = Remember my phone for next time
button-remember = Remember address and phone for next time
button-forget = Do not remember address and phone
toast-remembered = All right, next time we will fill it in.
toast-forgotten = All right, we will not remember it.
toast-abandoned = Nothing has been ordered, your cart is still there.
note-delivery-gone = ❗️ This way of delivery is no longer offered, please choose another one.
note-payment-gone = ❗️ This way of payment is no longer offered, please choose another one.
note-promo-gone = ❗️ The promo code { $code } was taken out. { $why }
promo-unknown = We do not have such a promo code. Please check how it is written.
promo-early = This promo code is not valid yet.
promo-late = This promo code has expired.
promo-used-up = This promo code has been used as often as it could be.
promo-once = You have used this promo code before: it works once.
promo-least = This promo code works for orders from { $least }.

## Confirmation
summary = <b>Please check your order</b>
summary-again =
    <b>Your order is not confirmed yet</b>
    If everything is right, press “Confirm” or just answer “yes”. Your last press may not have reached us.
summary-next = Confirm, and we start on your order: you will hear from us { $by }.
by-soon = as soon as we can
next-pay-on_delivery = You pay on delivery.
next-pay-invoice = Our staff will send you the invoice.
next-pay-telegram = The invoice comes here right after you confirm.
button-confirm = ✅ Confirm · { $total }
toast-confirmed = Order №{ $number } is confirmed.
order-look-again = Something has changed. Please have another look and confirm.
nothing-to-confirm = There is nothing to confirm now. Your cart: /cart.
order-first = Order №{ $number }

## Payment
invoice-title = Order №{ $number }
invoice-unsure = Nobody knows whether the invoice for order №{ $number } arrived: Telegram did not answer. Please ask the customer.
invoice-failed = The invoice for order №{ $number } could not be sent. Check PAYMENT_TOKEN and send it again, or agree on another way of payment with the customer.
invoice-known = The invoice for this order has been settled already.
button-invoice-again = Send the invoice again
button-invoice-there = It arrived
toast-invoice-again = Sending it again.
toast-invoice-arrived = All right, noted.
pay-not-yours = This invoice is for another customer.
pay-closed = Order №{ $number } is closed, there is nothing to pay.
pay-paid = Order №{ $number } has been paid already.
pay-changed = Order №{ $number } has changed since, this invoice is out of date. Write to us and we will send a new one.
pay-later = The payment did not work just now. Please try again.
pay-doubled = Order №{ $number } was paid or closed already, and money has come once more. We will give it back: our staff have been told.
pay-doubled-staff = Order №{ $number }: money came that is too much, { $sum }. Please give it back to the customer; charge { $charge }.

## Gaps
gap-presses = The bot was away: { $away }, from { $since }. Presses of buttons in that time did not reach us. Customers whose orders were waiting to be confirmed have been asked again.
gap-messages = The bot was away: { $away }, from { $since }. Telegram keeps messages for a day only: older ones may be lost, like presses of buttons. Customers whose orders were waiting to be confirmed have been asked again.
