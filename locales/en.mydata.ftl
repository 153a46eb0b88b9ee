### One's own data: taken along, erased, kept for how long.

button-mydata = Get my data
button-eraseme = Erase my data
own-made = We have gathered all we keep. Two files are on their way.
own-nothing = We keep nothing about you. Begin with /start if you like.
own-again-later = The files have been sent already. You can ask again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
own-file-name = my-data
own-caption-html = Everything the shop keeps about you, as a page to read and print.
own-caption-json = The same as JSON, to hand to another program.
own-title = Your data at { $shop }
own-about = This is everything the shop keeps about you as of { $at }. Other people’s data is left out; colleagues are named as they sign. Times are in { $zone }.
own-why = What we keep data for
own-who = Who sees it
own-how-long = For how long
own-until = Until you erase it, or until its time is over:
own-rights = You can correct your data, take back any consent and erase everything: send /privacy to the bot.
own-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
own-years = { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
own-day = { $day } { $month } { $year }
own-quiet = from { $since } to { $until }
own-none = Of these we keep nothing about you: { $list }.
own-section =
    { $name ->
        [person] You
        [tickets] Tickets
        [messages] Conversations
        [ratings] Ratings of answers
        [labels] What was said of your messages’ topics
        [dialogs] A dialog with the bot in progress
        [log] Log of your tickets
        [catalogue] Your place in the catalogue
        [cart] Cart
        [filled_in] Details kept for the next order
        [orders] Orders
        [order_lines] What was ordered
        [order_events] History of orders
        [payments] Payments
        [promo_codes] Promo codes used
        [returns] Returns, exchanges, repairs
        [tasks] What we meant to do
        [consents] Consents now
        [consent_log] History of consents
        [contact] How to write to you
        [notices] What the shop wrote of its own accord
        [profile] Profile
        [subscriptions] Subscriptions
        [segment] How the shop sees your purchases
        [segment_moves] How that changed
        [surveys] Surveys
        [product_ratings] Product ratings
        [complaints] Complaints
        [wishes] Wishes
       *[other] { $name }
    }
own-field =
    { $name ->
        [telegram_id] Telegram account number
        [name] Name
        [username] Username
        [language] Language
        [phone] Phone
        [banned] Banned
        [known_since] Known since
        [last_seen] Last seen
        [number] Number
        [topic] Topic
        [queue] Department
        [answered_by] Answered by
        [state] State
        [subject] Question
        [matters] Also about
        [why] Why it was decided so
        [opened_at] Opened
        [first_response_at] First answer
        [resolved_at] Resolved
        [ticket] Ticket
        [side] Whose words
        [written_by] Colleague
        [kind] Kind
        [text] Text
        [at] When
        [edited_at] Edited
        [score] Score
        [solved] Solved
        [comment] Comment
        [asked_at] Asked
        [answered_at] Answered
        [origin] Origin
        [data] Typed so far
        [details] In your words
        [verb] What was done
        [place] What is open
        [thing] Product
        [chosen] Chosen
        [quantity] Quantity
        [price] Price
        [address] Address
        [delivery] Delivery
        [agreed_at] Agreed
        [currency] Currency
        [goods_total] Goods
        [discount] Discount
        [delivery_price] Delivery price
        [total] Total
        [promo_code] Promo code
        [contact_name] Recipient
        [contact_phone] Recipient’s phone
        [payment] Way of payment
        [paid] Paid
        [carrier] Carrier
        [tracking] Tracking number
        [tracking_url] Tracking link
        [expected_at] Expected
        [reason] Reason
        [wish] Request
        [created_at] Created
        [placed_at] Placed
        [delivered_at] Delivered
        [rated] Rating
        [owed] Owed to you
        [order] Order
        [returned] Returned
        [way] Way
        [amount] Amount
        [charge] Payment number
        [code] Code
        [want] Wanted
        [refund] Refund
        [answer] Answer
        [done_at] Done
        [due_at] Due
        [outcome] Outcome
        [purpose] Purpose
        [given] Consent
        [action] Action
        [source] Source
        [time_zone] Time zone
        [quiet] Quiet hours
        [quiet_from] Quiet from
        [quiet_to] Quiet until
        [most] At most, messages
        [within_days] Within days
        [pace] How often
        [paused_until] Paused until
        [stopped_at] News stopped
        [muted] Not wanted
        [fewer] Less often
        [settled_at] Sent or dropped
        [field] What
        [value] Value
        [removed_at] Removed
        [ended_at] Ended
        [stage] Stage
        [since] Since
        [orders] Orders
        [spent] Spent
        [first_at] First order
        [last_at] Last order
        [recency_score] Recency score
        [frequency_score] Frequency score
        [money_score] Money score
        [again] Chance of another order
        [worth] Expected value
        [vip] Among the best customers
        [night] Night
        [before] Before
        [after] After
        [cause] Cause
        [answer_due_at] Answer due
        [decide_due_at] Decision due
        [words] Decision in words
        [closed_at] Closed
        [better] Better now
       *[other] { $name }
    }
own-value =
    { $name ->
        [yes] yes
        [no] no
        [customer] you
        [staff] colleague
        [note] colleague’s note
        [decision] decision on a complaint
        [text] text
        [photo] photo
        [video] video
        [voice] voice message
        [document] file
        [sticker] sticker
        [contact] contact
        [location] location
        [asking] topic was asked
        [open] open
        [taken] in hand
        [pending] waited for you
        [resolved] resolved
        [closed] closed
        [draft] not confirmed
        [dropped] never placed
        [placed] placed
        [accepted] accepted
        [packed] packed
        [shipped] shipped
        [delivered] delivered
        [cancelled] cancelled
        [asked] asked
        [approved] approved
        [received] received
        [done] done
        [refused] refused
        [withdrawn] withdrawn
        [service] answers and orders
        [memory] remembering preferences
        [news] news and offers
        [profiling] personal suggestions
        [told] told
        [given] given
        [on_delivery] on delivery
        [invoice] by invoice
        [telegram] in Telegram
        [refunded] refunded
        [unsure] being checked
        [declared] you said so
        [inferred] our guess
        [money] money back
        [exchange] exchange
        [repair] repair
        [sent] sent
        [waiting] waiting
        [new] new
        [active] active
        [growing] growing
        [vip] among the best
        [at_risk] not seen for a while
        [lapsed] lapsed
        [returned] returned
        [now] at once
        [daily] once a day
        [weekly] once a week
        [ru] Russian
        [en] English
        [first] at first contact
        [privacy] the “Your data” screen
        [checkout] at the checkout
        [erasure] with the erasure
        [customer_pick] you picked the topic
        [staff_topic] a colleague changed the topic
        [transfer] passed to another department
        [review] reviewed by the shop
        [called] how to call you
        [phone] phone
        [email] e-mail
        [birthday] birthday
        [address] address
        [interest] interest
        [profile] profile
        [csat] rating of an answer
        [order_rating] rating of an order
        [product_rating] rating of a product
        [order] rating of an order
        [thing] rating of a product
        [ces] how easy it was
        [nps] whether you would recommend us
        [back_in_stock] back in stock
        [price_drop] lower price
        [category] new in a category
        [digest] news of the week
        [guide] product tips
        [offer] offer
        [winback] invitation to come back
        [campaign] campaign
        [not_sent] not sent
        [wish] a wish come true
        [unreachable] you closed the chat with the bot
        [stopped] you stopped messages
        [muted] you don’t want such messages
        [fewer] less often
        [turn] after other messages
        [expired] out of date
        [gone] no longer there
        [pay] payment
        [welcome] first contact
        [followup] whether it got better
        [remind] reminder
        [no_consent] no consent
        [quiet] quiet hours
        [limit] too many messages already
        [replacement] replacement
        [refund] refund
        [explained] explanation
        [unfounded] not confirmed
        [mistaken] it was not a complaint
        [discount] discount
        [apology] apology
        [comment] comment
       *[other] { $name }
    }
own-purpose =
    { $name ->
        [service] answering questions, taking and delivering orders: the service itself
        [memory] remembering what you prefer: only if you agree
        [news] writing about news and offers: only if you agree
        [profiling] choosing for you by past purchases: only if you agree
       *[other] { $name }
    }
own-recipient =
    { $name ->
        [staff] the shop’s staff, each for their own part
        [telegram] Telegram: every message passes through it, under rules of its own
       *[other] { $name }
    }
own-term =
    { $name ->
        [bodies_days] Messages as Telegram handed them over
        [sent_days] What the bot sent, in its queue
        [updates_days] Records that a message arrived
        [outbox_days] Records that a message was sent
        [browse_days] The place in the catalogue
        [backups_days] Backups made by an upgrade
        [messages_days] Conversations of settled tickets
        [carts_days] The cart
        [notices_days] What the shop wrote of its own accord
        [surveys_days] Surveys
        [wishes_days] Wishes
        [labels_days] Training examples
        [audit_days] The log
        [orders_years] Orders after an erasure, without name and address
        [consents_years] Consents after an erasure, without a name
        [acts_years] The act of erasure, without a name
       *[other] { $name }
    }

erase-ask =
    <b>Erase everything we know about you?</b>
    Conversations, attachments, your profile, cart, subscriptions, ratings, saved addresses and training examples go at once. We can’t bring them back.
    { $lines }
    Messages in this chat stay with you in Telegram: delete the chat to remove them. If you may still need any of it, take the files first: /privacy.
erase-ask-for =
    <b>Erase the data of { $name }, the customer who wrote ticket №{ $number }?</b>
    Everything goes at once and can’t be brought back. Make sure that they themselves ask for it.
    { $lines }
erase-waits =
    <b>Your data is erased, except for what an order still needs.</b>
    { $lines }
    Changed your mind? Then we leave the rest as it is.
erase-stays-orders = • By law, orders and payments are kept for { $years ->
        [one] { $years } year
       *[other] { $years } years
    }, without name, phone or address.
erase-stays-consents = • The log of consents is kept for { $years ->
        [one] { $years } more year
       *[other] { $years } more years
    }, without name or account number.
erase-stays-staff = • You work here: the record of you as a colleague stays.
erase-under-way = • { $count ->
        [one] Order { $numbers } is
       *[other] Orders { $numbers } are
    } still under way: address and phone stay until it ends and then go by themselves. Nothing is cancelled.
erase-which = Whose data? Send the number of any ticket of this customer: /erase 12
erase-no-ticket = There is no request №{ $number }.
erase-already = This data has been erased already.
erase-waits-already = Nearly everything is erased. The rest goes by itself when the order ends.
erase-ask-again = This question is an old one. Open /privacy and press “Erase my data” again.
erase-none = All right, nothing has been erased.
erase-kept = All right, nothing more is erased.
erase-toast = Erased.
erase-done =
    Done: your data is erased. The act has number { $act }.
    If you ever want to come back, send /start and we will meet anew.
erase-done-but =
    Done: whatever could go at once is erased. The act has number { $act }.
    What delivery needs ({ $numbers }) goes by itself as soon as the order ends; we will tell you.
erase-done-for = The customer’s data is erased. The act has number { $act }.
erase-ticket = Ticket №{ $number } is closed: the customer has erased their data, the conversation is gone.
button-erase-yes = Yes, erase for good
button-erase-keep = Keep it
