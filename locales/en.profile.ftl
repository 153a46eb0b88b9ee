### What is known of a customer: /profile

command-profile = My details and settings
profile = <b>About you</b>
profile-agree = You can keep your name, phone, addresses and what you like here, so that ordering goes faster. We remember only with your permission, and you can take it back at any time: /privacy.
profile-nothing = We have not noted anything about you yet. Tell us whatever you think is useful.
profile-agree-first = To remember this we need your permission. Open /profile and press “Allow remembering”.
profile-entry-gone = This entry is no longer here.
profile-line-called = We call you: { $value }
profile-line-phone = Phone: { $value }
profile-line-email = E-mail: { $value }
profile-line-address = Addresses: { $value }
profile-line-birthday = Birthday: { $value }
profile-line-interest = Interests: { $value }
profile-line-about = { $title }: { $value }
profile-line-speech = Language: { $language } · your time is { $clock }
profile-line-contact = We write to you: { $how }
profile-line-subs =
    { $count ->
        [0] No subscriptions yet
        [one] { $count } subscription
       *[other] { $count } subscriptions
    }
profile-line-quiet = Quiet hours: { $hours }
profile-how-now = as soon as there is news
profile-how-off = only replies: news is off
profile-how-daily = once a day, in one message
profile-how-weekly = once a week, in one message
profile-how-paused = paused until { $until }
profile-how-stopped = only replies and your orders
profile-contacts = <b>Name and contacts</b>
profile-addresses =
    <b>Addresses</b>
    The first one is offered at checkout. A new one becomes the first.
profile-addresses-none =
    <b>Addresses</b>
    None yet. Add one and you won’t have to type it for every order.
profile-address-first = { $number }. <b>{ $value }</b>
profile-address = { $number }. { $value }
profile-address-most = There are { $most } addresses already, and no room for more. Please remove one first.
profile-entry = { $title }: <b>{ $value }</b>
profile-why-you = <i>you told us</i>
profile-why-order = <i>from order №{ $number }</i>
profile-why-checkout = <i>from your checkout</i>
profile-why-contact = <i>you shared your number</i>
profile-why-bought =
    <i>{ $count ->
        [one] { $count } order, the last is №{ $number }
       *[other] { $count } orders, the last is №{ $number }
    }</i>
profile-birthday =
    <b>Birthday</b>
    Choose the month, then the day: no year needed.
profile-interests =
    <b>What you are interested in</b>
    Tick sections. Add what is not here with “+ In your own words”.
profile-interest-why = { $value } — { $why }. Is that right?
profile-interest-most = There are { $most } interests already, and no room for more. Please remove one first.
profile-interest-how = A little shorter, please: up to { $most } characters.
profile-about =
    <b>Sizes and more</b>
    So that we suggest what suits you.
profile-about-one = <b>{ $title }</b>
profile-about-how = A little shorter, please: up to { $most } characters.
profile-called-how = Please write a name in letters, up to { $most } characters: Anna, for example.
profile-email-how = That doesn’t look like an e-mail address. Example: anna@example.com
profile-speech = <b>Language and time</b>
profile-clock = It is { $clock } where you are ({ $shift }).
profile-clock-shop = It is { $clock } where you are ({ $shift }), right? For now we go by the shop’s time.
profile-zone-how = We couldn’t find that city. Tell us what time it is there now (14:05, for example) or the offset: UTC+5.
profile-contact =
    <b>How we write to you</b>
    Replies and news of your orders always come. The rest is up to you.
profile-quiet =
    <b>Quiet hours</b>
    We don’t write first at this time: news can wait. By your own clock.
profile-kinds =
    <b>What we may write about</b>
    Ticked is what you want to hear of. When something is back in stock we tell you at once, without waiting for the digest.
profile-no-news = News and offers are off: you have not agreed to them. Turn them on in /privacy.
profile-ask-called = What should we call you?
profile-ask-phone = What is your phone number? Press the button below or type it. Changed your mind? /cancel
profile-phone-kept = Phone noted.
profile-ask-email = What is your e-mail address?
profile-ask-address = Please write the address: city, street, house, flat.
profile-ask-interest = What are you interested in? A word or two will do: “running” or “gifts for kids”.
profile-ask-about = { $title }: please write it here.
profile-ask-zone = Which city are you in? You can also write the offset (+5) or the time it is now (14:05).
profile-words-please = We need text here. If this is a question for the shop, press /cancel and send it again: we’ll pass it on at once.
profile-subs = <b>Subscriptions</b>
profile-subs-none =
    <b>Subscriptions</b>
    None yet. In the catalogue you can ask to hear of restocks, of what is new in a section and of price drops.
profile-sub-category = { $number }. New in: { $title }
profile-sub-back_in_stock = { $number }. Back in stock: { $title }
profile-sub-price_drop = { $number }. Price drop: { $title }
profile-sub-guide = { $number }. Guides and reviews
profile-sub-gone = { $number }. No longer in the catalogue
profile-sub-muted = { $line } — <i>not sent at the moment</i>
toast-profile-kept = Noted.
toast-profile-out = Removed.
quiet-as-shop = the shop’s, { $hours }
quiet-as-shop-never = the shop’s, there are none
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December
zone-kaliningrad = Kaliningrad
zone-moscow = Moscow
zone-samara = Samara
zone-yekaterinburg = Yekaterinburg
zone-omsk = Omsk
zone-krasnoyarsk = Krasnoyarsk
zone-irkutsk = Irkutsk
zone-yakutsk = Yakutsk
zone-vladivostok = Vladivostok
zone-magadan = Magadan
zone-kamchatka = Kamchatka
button-profile-agree = Allow remembering
button-profile-contacts = Name and contacts
button-profile-addresses = Addresses
button-profile-birthday = Birthday
button-profile-interests = Interests
button-profile-about = Sizes and more
button-profile-speech = Language and time
button-profile-contact = How we write to you
button-profile-subs = Subscriptions
button-contact-profile = ← About you
button-contact-privacy = ← Your data
button-profile-quiet = Quiet hours
button-profile-kinds = What about
button-profile-called = Name
button-profile-phone = Phone
button-profile-email = E-mail
button-profile-address = Address
button-profile-interest = Interest
button-profile-add-address = + Add an address
button-profile-add-interest = + In your own words
button-profile-no-birthday = Remove
button-profile-say = Type it
button-profile-zone = Another city
button-profile-right = That’s right
button-profile-fix = Correct
button-profile-out = Remove
button-profile-first = Make it the first
button-pace-now = At once
button-pace-daily = Daily
button-pace-weekly = Weekly
button-most = { $most } a week
button-most-0 =
    { $days ->
        [one] At most { $most } a day
       *[other] At most { $most } in { $days } days
    }
button-pause-0 = End the pause
button-pause-7 = Pause for 7 days
button-pause-30 = Pause for 30 days
button-contact-stop = Don’t write at all
button-contact-again = You may write again
button-kind-surveys = How it went
button-kind-new = New arrivals
button-kind-back = Back in stock
button-kind-price = Price drops
button-kind-guides = Guides and reviews
button-kind-offers = Offers and discounts
button-guides = + Guides and reviews
button-sub-end = Unsubscribe: { $title }
button-sub-gone = what is gone
