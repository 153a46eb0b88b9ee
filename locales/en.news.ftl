### Subscriptions and news

button-follow = 🔔 Follow what’s new
button-unfollow = 🔕 Stop following
button-want-back_in_stock = 🔔 Tell me when it’s back
button-unwant-back_in_stock = 🔕 Don’t tell me when it’s back
button-want-size = 🔔 Tell me when “{ $size }” is back
button-unwant-size = 🔕 Don’t tell me about “{ $size }”
button-want-price_drop = 🔔 Tell me if the price drops
button-unwant-price_drop = 🔕 Don’t tell me about the price
button-agree-news = Yes, write to me
toast-subscribed = All right, we’ll let you know.
toast-subscribed-agree = Noted. One thing left: see the message below.
toast-unsubscribed = We won’t write about this any more.
subscribed-agree = Noted. But we may only send news with your consent. You can take it back at any time: /privacy.
subscribed-agreed = Thank you! We’ll write as soon as there is news. You can take your consent back at any time: /privacy.
subscribed-refused = All right, we won’t write without your consent. The subscription is kept: changed your mind? /privacy
subscribed-stopped = Noted. But you asked us not to write at all, so this news won’t come yet. May we write again?
subscribed-paused = Noted. But you are on a pause until { $until }, and we won’t write before that day. May we write again?
button-no-news-now = No, thanks
subscription-gone = This subscription has ended already.
subscriptions-most = You have { $most } subscriptions already. Please remove some first: /profile.
news-digest = <b>What’s new</b>
news-more =
    { $count ->
        [one] And { $count } more item in the catalogue: /catalog
       *[other] And { $count } more items in the catalogue: /catalog
    }
news-category =
    { $count ->
        [one] <b>New in “{ $title }”</b>
       *[other] <b>New in “{ $title }”: { $count }</b>
    }
    { $lines }
news-line = { $title } — { $price }
news-back_in_stock =
    <b>Back in stock</b>
    { $title } — { $price }
news-price_drop =
    <b>Price drop</b>
    { $title }: was { $before }, now { $price }
news-guide =
    <b>{ $title }</b>
    { $text }

## Guides
command-guide = Send a guide to subscribers
guide-ask = Send the guide in one message: the first line is the title, then the text. Links are fine. First we show how people will see it.
guide-how = We need text: the title in the first line, the guide itself from the second.
guide-long = Too long: up to { $title } characters for the title, up to { $text } for the text.
guide-preview =
    <i>This is how subscribers will see it:</i>

    <b>{ $title }</b>
    { $text }
guide-goes =
    { $count ->
        [0] Sent, but no subscriber has agreed to news yet.
        [one] On its way to { $count } subscriber. Quiet hours and personal limits are kept.
       *[other] On its way to { $count } subscribers. Quiet hours and personal limits are kept.
    }
guide-gone = This guide was sent or dropped already.
button-guide-go =
    { $count ->
        [one] Send to { $count } person
       *[other] Send to { $count } people
    }
