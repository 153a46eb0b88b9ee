### Consents and the messages that the shop starts

## Under a message of the shop
button-less = Less of this
button-no-more = No more of this
button-less-undo = Undo
less-agreed =
    { $days ->
        [one] Alright, we’ll write less: { $kind } at most once a day.
       *[other] Alright, we’ll write less: { $kind } at most once in { $days } days.
    }
stop-agreed = Alright, no more of this: { $kind }.
toast-less-already = We write less already
toast-stopped-already = Stopped already
toast-less-undone = As it was before

## What the shop writes about
notice-remind = reminders about an unfinished order
notice-welcome = thanks for a first order
notice-followup = questions about how things are after a purchase
notice-csat = requests to rate an answer
notice-order_rating = requests to rate an order
notice-product_rating = requests to rate a product
notice-ces = questions about how easy the bot is
notice-nps = the question whether you’d recommend us
notice-back_in_stock = news that something is back in stock
notice-price_drop = news of lower prices
notice-category = what is new in the sections you chose
notice-digest = round-ups of news
notice-guide = tips and reviews
notice-offer = personal offers
notice-winback = invitations to come back
notice-campaign = mailings and promotions
