### Reports for those who run the shop: what customers say and how they are served.

## /stats
stats-menu =
    <b>Reports</b>
    Which one?
button-stats-returns = ↩️ Returns
button-stats-feedback = ⭐ Ratings and comments
button-stats-service = ⏱ How we answer
button-stats-wishes = 💡 Wishes
button-stats-customers = 👥 Customers

## Common
button-report-back = ← Back
button-report-weeks = By week
button-report-topics = By topic
button-report-queues = By queue
button-report-agents = By person
button-report-products = By product
button-report-comments = In their words
report-share = <b>{ $value }%</b> ({ $low }–{ $high }%)
report-few = { $part } of { $whole }
report-score = { $score } of { $of }
report-nobody = nobody took it
report-nothing = Nothing here yet.
within-less = in under a minute
within-time = within { $time }
spread = usually { $middle }, nine times in ten { $tail }
spread-same = almost always { $middle }
lasted-minutes = { $minutes } min
lasted-hours = { $hours } h
lasted-both = { $hours } h { $minutes } min

## What customers say
feedback-none = No ratings yet: customers are asked once a ticket is resolved or an order has arrived. Have a look later.
feedback-head =
    <b>What customers say</b>
    { $weeks ->
        [one] Last week
       *[other] Last { $weeks } weeks
    }, from { $day } { $month } until today
feedback-tickets = Tickets
feedback-orders = Orders
feedback-products = Products
feedback-line = <b>{ $name }</b>: satisfied { $satisfied } · { $count } of { $asked } answered
feedback-line-stars = <b>{ $name }</b>: satisfied { $satisfied } · ratings: { $count }
feedback-nps = <b>Would recommend us (NPS)</b>: <b>{ $value }</b> ({ $low }…{ $high }) · { $count } of { $asked } answered
feedback-nps-few = <b>Would recommend us (NPS)</b>: { $count } of { $asked } answered, too few to count
feedback-ces = <b>Ease of getting an answer</b>: <b>{ $value }</b> of 5 ({ $low }–{ $high }) · { $count } of { $asked } answered
feedback-ces-few = <b>Ease of getting an answer</b>: { $count } of { $asked } answered, too few to count
feedback-hint = <i>Satisfied means 4 or 5. In brackets: the numbers between which the true value most likely lies. Below { $few } ratings there is no percentage: one answer more would turn it over.</i>
feedback-by-topics = <b>Ticket ratings by topic</b>
feedback-by-queues = <b>Ticket ratings by queue</b>
feedback-by-agents = <b>Ticket ratings by person</b>
feedback-by-products = <b>Product ratings</b>
feedback-comments =
    <b>In their words</b>
    About what?
feedback-said = <b>Comments: { $about }</b>
feedback-comment =
    <b>{ $score }</b> · { $when }
    { $words }
said-orders = orders
said-products = products
said-nps = recommending us
said-ces = ease of getting an answer

## How we answer
service-none = There have been no tickets yet, so there is nothing to tell.
service-head =
    <b>How we answer</b>
    { $weeks ->
        [one] Last week
       *[other] Last { $weeks } weeks
    }, from { $day } { $month } until today
service-volume = Tickets: <b>{ $count }</b> · unresolved now: <b>{ $backlog }</b>
service-first = <b>First answer</b>: { $open }. These are open hours; by the clock, nights and weekends included: { $clock }.
service-first-same = <b>First answer</b>: { $open }.
service-first-none = <b>First answer</b>: there was nothing to answer yet
service-target = <b>On time</b> (within the queue's target): { $share }
service-resolved = <b>Resolved</b>: { $open }. These are open hours; by the clock, nights and weekends included: { $clock }.
service-resolved-same = <b>Resolved</b>: { $open }.
service-resolved-none = <b>Resolved</b>: nothing yet
service-right = <b>In the right queue at once</b>: { $share }
service-hint = <i>“Usually” is the median. Open hours are those of the queue. In brackets: the numbers between which the true value most likely lies; below { $few } cases there is no percentage. Resolution times are of what is resolved already.</i>
service-by-weeks = <b>By week</b>, newest first
service-by-topics = <b>By topic</b>
service-by-queues = <b>By queue</b>
service-by-agents = <b>By person</b>
service-week = from { $day } { $month }
service-line = <b>{ $name }</b>: { $count } · answer { $middle } (nine in ten { $tail })
service-line-same = <b>{ $name }</b>: { $count } · answer { $middle }
service-line-target = {" "}· on time { $share }
service-line-none = <b>{ $name }</b>: { $count } · no answers
service-backlog = {" "}· unresolved at its end: { $count }

## Pictures
picture-feedback = What customers say
picture-feedback-hint = Satisfied: 4 or 5. Bar: where the true value most likely lies, number: answers
picture-feedback-weeks = Satisfied, %, by week
picture-feedback-tickets = tickets
picture-feedback-orders = orders
picture-feedback-topics = Tickets: satisfied by topic, %
picture-few-answers = Too few answers yet
picture-service = How we answer
picture-service-hint = First answer in open hours of the queue; unresolved at the end of a week. The last one is still going on
picture-service-first = First answer, { $unit }
picture-unit-seconds = seconds
picture-unit-minutes = minutes
picture-unit-hours = hours
picture-service-middle = usual (median)
picture-service-tail = nine in ten
picture-service-volume = New tickets, and unresolved ones
picture-service-new = new
picture-service-backlog = unresolved
picture-service-topics = What they write about, tickets a week
