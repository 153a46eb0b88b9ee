### Everything a customer sees.

## Time
moment-today = today at { $clock }
moment-tomorrow = tomorrow at { $clock }
moment-weekday = { $weekday } at { $clock }
moment-date = on { $day } { $month } at { $clock }
moment-year = on { $day } { $month } { $year } at { $clock }
by-today = by { $clock } today
by-tomorrow = by { $clock } tomorrow
by-weekday = by { $clock } { $weekday }
by-date = by { $clock } on { $day } { $month }
on-day-0 = on Monday
on-day-1 = on Tuesday
on-day-2 = on Wednesday
on-day-3 = on Thursday
on-day-4 = on Friday
on-day-5 = on Saturday
on-day-6 = on Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
span-now = just now
span-minutes = { $count } min
span-hours = { $count } h
span-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

## Inquiry
topic-none = Your message
mine-open =
    <b>№{ $number } · { $topic }</b>
    Our { $queue } team has your question. { $when }
mine-giveback =
    <b>№{ $number } · { $topic }</b>
    Our { $queue } team has your request. { $when }
mine-guess =
    <b>№{ $number }</b>
    Your question seems to be about “{ $topic }”, so our { $queue } team has it now. { $when }
    If it is about something else, please tap below.
mine-also = We have noticed the rest of your message too: { $topics }. We will answer everything.
mine-anybody =
    <b>№{ $number } · { $topic }</b>
    We have passed your message to a colleague, who will read it and help. { $when }
mine-unclear =
    <b>№{ $number }</b>
    Thank you, we have your message. A person will read it and tell you how we can help. { $when }
mine-person =
    <b>№{ $number }</b>
    We have called a colleague. { $when }
    Meanwhile, please write what it is about: help will come sooner.
mine-reopened =
    <b>№{ $number } · { $topic }</b>
    We are back on your question. { $when }
mine-asking =
    <b>№{ $number }</b> — we have your message, thank you.
    What is it about? Please choose below or just add a few words. Your answer will come sooner.
mine-choose =
    <b>№{ $number }</b>
    What is your question about? Please choose:
mine-taken =
    <b>№{ $number } · { $topic }</b>
    { $name } is helping you. The answer will come here.
mine-taken-team =
    <b>№{ $number } · { $topic }</b>
    We are working on your question. The answer will come here.
mine-pending =
    <b>№{ $number } · { $topic }</b>
    { $name } is waiting for your reply. Just write it here.
mine-resolved =
    <b>№{ $number } · { $topic }</b>
    This one is settled ✅ If there is anything else, just write.
mine-closed =
    <b>№{ $number } · { $topic }</b>
    This request is closed.
when-open = We will answer { $by }.
when-usual = We will answer { $by }; it usually takes { $usual }.
when-closed = We are closed now and will answer { $by }.
when-late = Sorry to keep you waiting: we have not forgotten you and will answer as soon as we can.
when-unknown = We will answer as soon as we can.
who-agent = { $name } is already helping you. The answer will come here.
who-waits = { $name } is waiting for your reply: just write it here.
who-queue = A person from our { $queue } team has been called. { $when }
who-anybody = A person has been called. { $when }
person-coming = №{ $number }. { $who }
button-not-that = It's about something else
button-other = Something else
button-choose-back = ← Back
button-person = A person, please
split-offer = This looks like a different question: “{ $topic }”. Shall we open a separate request for it? Either way we have your message, in №{ $number }.
button-split-yes = Yes, separately
button-split-no = No, it's the same matter
toast-picked = Thank you! Noted: “{ $topic }”.
toast-person = { $who }
toast-split = Opened a separate request: №{ $number }.
toast-kept = All right, kept in №{ $number }.
uncopyable = We see that you sent this: { $kind }. Sorry, Telegram does not let the bot pass it on to a colleague. Please describe it in words or send it as an ordinary message.

## Talk
start-short =
    Hello, { $name }! This is { $shop }.
    Write your question in your own words, add a photo or a voice message if you like: we pass it to the person who knows and answer right here.
start =
    Hello, { $name }! This is { $shop }.
    Write your question in your own words, add a photo or a voice message if you like: we pass it to the person who knows and answer right here.
    We keep your name, your Telegram username and account number, language, our conversation, orders and ratings to answer you and carry out your orders, until you ask us to delete them. More, and your choices: /privacy.
help =
    Just write what you need; there are no commands to learn.
    You can send photos, voice messages, documents; if something has changed, edit your message and we will see it.

    { $commands }
unknown-command =
    I don't have that command. If you have a question, just write it in words and we'll pass it to the person who knows.

    { $commands }
command-line = { $command } — { $does }
button-contacts = Contacts and opening hours
button-help = What I can do
language-ask = Which language do you prefer? / На каком языке вам удобнее?
language-name = English
language-chosen = All right, we'll speak English from now on.
contacts =
    <b>Contacts and opening hours</b>
    { $lines }
contacts-phone = 📞 { $value }
contacts-email = ✉️ { $value }
contacts-site = 🌐 { $value }
contacts-address = 📍 { $value }
hours-always = 🕘 We are here around the clock.
hours-week =
    🕘 We answer:
    { $days }
hours-week-shop =
    🕘 We answer, by the shop's clock ({ $clock } there now):
    { $days }
hours-day = { $day }: { $times }
hours-days = { $first }–{ $last }: { $times }
hours-day-off = closed
hours-closed-on = Closed on { $day } { $month }.
hours-open = Open now, until { $until }.
hours-open-own = Open now; we close { $when }, your time.
hours-opens = Closed now; we open { $when }.
hours-opens-own = Closed now; we open { $when }, your time.
hours-closed = Closed now.
day-0 = Mon
day-1 = Tue
day-2 = Wed
day-3 = Thu
day-4 = Fri
day-5 = Sat
day-6 = Sun
talk-hello = Hello! Tell us what you need, and we will answer or find the person who knows.
talk-thanks = You're welcome! We are here whenever you need us.
talk-bye = Goodbye! We look forward to seeing you again.
talk-sticker = Thank you for the sticker! If you need help, tell us what it is about: we will answer or find the person who knows.
talk-who = I'm the shop's bot: I take the messages, and people answer them. Write your question and I'll pass it to the person who knows.

## Rating
rating-ask =
    Request №{ $number } is closed. Is your question solved?
    And how did we do? 1 is very poorly, 5 is very well.
rating-ask-only = Request №{ $number } is closed. Is your question solved?
rating-solved = Thank you for telling us!
rating-score = Thank you! How did we do? 1 is very poorly, 5 is very well.
rating-good = Thank you! Your rating: { $score } ⭐
rating-poor = Your rating: { $score } ⭐ We are sorry to have let you down. We will find out what went wrong; below is who does it and by when.
rating-commented = Your rating: { $score } ⭐ Thank you for it and for your words!
rating-unsolved = We have opened request №{ $number } again. Please write what is still missing, and we'll come back to you.
button-solved = ✅ Solved
button-unsolved = Not solved
button-comment = Add a few words
button-no-comment = Without words
comment-ask = Please tell us in a few words: what was good, what should we put right? Your next message will be the comment.
comment-ask-poor = Please tell us in a few words what went wrong. Your next message becomes your comment.
comment-thanks = Thank you! The people in charge will read your words.
toast-solved = Glad we could help!
toast-unsolved = We have opened request №{ $number } again.
toast-rated = Thank you for the rating!
toast-no-comment = All right.
rating-known = We already have your answer. Thank you!
rating-late = More than four weeks have passed, so we no longer record a rating. If a question remains, just write.
rating-later = We are still working on this request. We'll ask for a rating when it's done.

## Refusals
banned = You can't write to us here at the moment. If this is a mistake, please call { $phone }.
button-old = This button no longer works. Just write what you need.
button-resolved = Request №{ $number } is closed already. If a question remains, just write.
button-taken = Somebody is already helping with request №{ $number }. If it's about something else, just write that here.
not-now = This can't be done at the moment.
not-allowed = Only the shop's staff can do this.
not-your-role = Your role does not allow this. Please ask an admin.
no-such-ticket = There is no such request.
apology = Sorry, something went wrong with this message. We have kept it and are looking into it. If it is urgent, please write it in other words.
