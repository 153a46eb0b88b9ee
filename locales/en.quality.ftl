### How the model does its work: the card, Monday's message, the alarm, the pictures.

quality-none = There have been no tickets yet, so there is nothing to tell. Have a look when the first customers have written.
quality-head-now = <b>How the model does</b> · this week, { $first } { $month } to { $last } { $till }
quality-head-over = <b>How the model did in a week</b> · { $first } { $month } to { $last } { $till }
quality-no-tickets = There were no tickets in these days.
quality-usual =
    { $count ->
        [one] A usual week has { $count } ticket.
       *[other] A usual week has { $count } tickets.
    }
quality-tickets = Tickets: <b>{ $count }</b>{ $was }
quality-usually = {" "}({ $count } in a usual week)
quality-was = {" "}(was { $was }%)
quality-routed = Sent to a queue by itself: <b>{ $now }%</b>{ $was }
quality-asked = Asked the customer: <b>{ $now }%</b>{ $was }
quality-triage = Left to triage: <b>{ $now }%</b>{ $was }
quality-right = People have dealt with { $count } of { $whole } sent; of these, right the first time: <b>{ $now }%</b>{ $was }
quality-corrected =
    { $count ->
        [0] Customers never changed the model's topic.
        [one] Customers chose another topic in { $count } ticket.
       *[other] Customers chose another topic in { $count } tickets.
    }
quality-trend-fell = 🔻 Noticeably fewer tickets are right the first time than in the four weeks before, and that is hardly chance. Review messages (/review) and train the model anew (/retrain).
quality-trend-rose = ✅ Noticeably more tickets are right the first time than in the four weeks before.
quality-trend-even = ✅ About as many tickets are right the first time as in the four weeks before.
quality-trend-few = It is too early to compare with earlier weeks: it takes at least { $count } tickets that the model sent by itself and people have dealt with, both now and before.
quality-drift = 🧭 Customers ask about other things than before:
quality-shift = • { $topic }: { $was } → <b>{ $now }%</b>
quality-no-topic = without a topic
quality-card = { $lines }
quality-weekly =
    { $lines }

    All versions of the model, and the present week: /model
quality-alarm =
    ⚠️ <b>The model is wrong more often</b>
    Tickets of this week that the model sent by itself and people have dealt with: { $count }. { $share }% of them were right the first time; in the four weeks before it was { $was }%. That is hardly chance ({ $p }).
    Details: /model. What helps: review messages (/review) and train the model anew (/retrain).
quality-not-drawn = The picture could not be drawn: the disk may be full. Details are in the program's log.
toast-picture = Drawing
button-quality = 📈 How it does
button-quality-picture = 🖼 As a picture, by week

## Pictures
picture-weeks = How the model does, by week
picture-weeks-right = Right the first time, % of those dealt with
picture-weeks-hint = Band: where the true share most likely lies; number: tickets dealt with
picture-weeks-shares = What the model decides, % of tickets
picture-weeks-routed = sent by itself
picture-weeks-asked = asked
picture-weeks-triage = triage
picture-drift = What customers write about, by week
picture-drift-hint = A topic's share of the week's tickets, %
picture-drift-rest = other topics
picture-drift-told = ◆ other things were asked than in the four weeks before
picture-drift-partial = The last week is not over yet
caption-weeks = How the model does, by week
caption-drift = What customers write about, by week
