### Consents and the messages that the shop starts

## Under a message of the shop
button-less = Less of this
button-no-more = No more of this
button-less-undo = Undo
less-agreed =
    { $days ->
        [one] All right, we’ll write less: { $kind } at most once a day.
       *[other] All right, we’ll write less: { $kind } at most once in { $days } days.
    }
stop-agreed = All right, no more of this: { $kind }.
less-undone = Back as it was: { $kind }.
toast-less-already = We write less already
toast-stopped-already = Stopped already
toast-less-undone = As it was before

less-ways =
    <b>Shall we write less?</b>
    Choose what suits you: nothing is switched off without your press. We go on answering you and writing about your orders. If that was a question, please put it in a few more words.
button-stop-news = No more news

## What the shop writes about
notice-remind = reminders about an unfinished order
notice-closed = word that a request without your answer was closed
notice-welcome = thanks for a first order
notice-followup = questions about how things are after a purchase
notice-csat = requests to rate an answer
notice-order_rating = requests to rate an order
notice-product_rating = requests to rate a product
notice-ces = questions about how easy the bot is
notice-nps = the question whether you’d recommend us
notice-back_in_stock = news that something is back in stock
notice-wish = news that we have what you asked for
notice-price_drop = news of lower prices
notice-category = what is new in the sections you chose
notice-digest = round-ups of news
notice-guide = tips and reviews
notice-offer = personal offers
notice-winback = invitations to come back
notice-campaign = mailings and promotions

## No news at all
button-no-news = No news at all
button-news-back = Bring news back
news-stopped = Done: no more news or offers from us. We answer your questions and write about your orders as before.

## First contact
choices =
    <b>Your data, your choice</b>
    We keep your name, your Telegram username and account number, language, our conversation, orders and ratings to answer you and carry out your orders, until you ask us to delete them.

    Everything else is only with your consent. Say no or choose nothing, and all works just the same. With your yes we also:
    • remember your preferences and order details;
    • send you news and offers;
    • pick things out for you personally.
choices-done =
    <b>Thank you, noted</b>
    You can change your mind at any time: /privacy.
button-yes-to = { $to }: yes
button-no-to = no
button-privacy-more = More about this
purpose-memory = Remember your preferences and order details
purpose-news = News and offers
purpose-profiling = Personal picks
purpose-memory-short = Remember me
purpose-news-short = News
purpose-profiling-short = Picks
toast-agreed = Thank you, noted
toast-agreed-already = Noted already
toast-refused-memory = All right, we won’t remember anything.
toast-refused-memory-gone = All right, we won’t remember anything. What we kept for you is deleted.
toast-refused-news = All right, no news.
toast-refused-profiling = All right, no picks.
toast-refused-profiling-gone = All right, no picks. Our guesses about your taste are deleted.

## /privacy
privacy-held =
    <b>Your data</b>
    We keep your name, your Telegram username and account number, language, our conversation, orders and ratings to answer you and carry out your orders.
    Held now: requests: { $tickets }, orders: { $orders }, profile entries: { $entries }, subscriptions: { $subscriptions }.
privacy-asked = <b>Only with your consent</b>
purpose-unasked = { $title }: not decided yet, so no
purpose-given = { $title }: yes, since { $since }
purpose-refused = { $title }: no, since { $since }
purpose-changed = { $title }: yes, since { $since }. The text has changed since; your yes is to the earlier one.
privacy-contact =
    <b>How we write to you</b>
    { $quiet }
privacy-quiet = From { $start } to { $end } your time we don’t write first.
privacy-never-quiet = There are no quiet hours.
privacy-stopped = We never write first, we only answer.
privacy-most =
    { $days ->
        [one] No more news than { $most } a day.
       *[other] No more news than { $most } in { $days } days.
    }
privacy-pace-daily = News once a day, in one message.
privacy-pace-weekly = News once a week, in one message.
privacy-paused = A pause: neither news nor surveys until { $until }.
privacy-muted =
    We don’t send:
    { $kinds }
privacy-muted-line = • { $kind }
privacy-link = The whole policy: { $url }
button-switch-on = { $to }: turn on
button-switch-off = { $to }: turn off
button-agree-anew = { $to }: yes to the new text too
button-privacy-contact = When and what to write to me
button-privacy-policy = What, why and how long
button-privacy-back = ← Back

## The texts that people agree to
policy-service =
    <b>Answers and orders</b>
    { $shop } keeps your Telegram name, username, account number and language, everything you write and send to the bot, your ratings, your orders and delivery details.
    <b>Why.</b> To answer you, carry out orders, take returns and remember what we agreed on. Only the shop’s staff read it; Telegram carries the messages.
    <b>For how long.</b> Until you delete your data; records of orders as long as the law requires. Questions about your data: { $whom }.
policy-memory =
    <b>Remember your preferences and order details</b>
    { $shop } may remember what to call you, your phone, e-mail, addresses, birthday, sizes and interests: what you have said yourself or what your orders show.
    <b>Why.</b> So that you are not asked the same thing twice and can order faster.
    <b>For how long.</b> As long as you agree: after a no in /privacy all of it is deleted at once. Questions: { $whom }.
policy-news =
    <b>News and offers</b>
    { $shop } may send you news, tips, word of new stock and prices, offers and advertising in this chat.
    <b>For how long.</b> As long as you agree: you can say no in /privacy or with the button under any such message. Questions: { $whom }.
policy-profiling =
    <b>Personal picks</b>
    { $shop } may draw conclusions from your orders and from what you look at in the catalogue: what interests you, how often you buy.
    <b>Why.</b> So that tips and offers are to the point. No decision that limits your rights is made this way.
    <b>For how long.</b> As long as you agree: after a no in /privacy the conclusions are deleted at once. Questions: { $whom }.
