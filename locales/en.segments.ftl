### Where customers stand by their orders: the nightly figures.

## Stages
segment-new = 🌱 New
segment-active = 🙂 Active
segment-growing = 📈 Growing
segment-vip = ⭐ VIP
segment-at_risk = ⚠️ At risk
segment-lapsed = 💤 Lapsed
segment-returned = 🔄 Returned

## Why somebody stands there
segment-why-new = first order { $passed } ago
segment-why-once = one order, { $passed } ago
segment-why-rhythm = usually orders { $every }, last order { $passed } ago
segment-why-less = orders in the last { $window } days: { $got }, usually about { $due }
segment-why-cheaper = an average order in the last { $window } days: about { $paid }, usually about { $usual }
segment-why-more = orders in the last { $window } days: { $got }, about { $due } before
segment-why-vip = among those who buy most; orders this year: { $count }
segment-why-lapsed = last order { $passed } ago, chance of another: { $percent }%
segment-why-returned = came back after a break ({ $silence }); last order { $passed } ago
segment-why-was-vip = one of the most valuable customers
segment-span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
segment-span-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
segment-span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
segment-every-days = { $count ->
    [1] almost every day
   *[other] every { $count } days
}
segment-every-weeks = { $count ->
    [1] once a week
   *[other] every { $count } weeks
}
segment-every-months = { $count ->
    [1] once a month
   *[other] every { $count } months
}

## /stats customers
customers-none = Nothing to count yet: customers are counted every night from the first order on.
customers-head =
    <b>👥 Customers</b>
    Counted on the night of { $day } { $month }. In all: { $count }. Below: people, spent in a year, expected.
customers-stage = { $stage }: <b>{ $people }</b>{ $change } · { $spent } · { $worth }
customers-moves = <b>Who moved in { $days } days</b>
customers-moves-none = In { $days } days, nobody known by name has moved.
customers-quality =
    <b>The forecast, checked on the last { $days } days</b>
    Tells who comes back from who does not in { $auc } cases of 100; percentages are off by { $error } on average. Checked on { $people } customers; { $share }% ordered again.
customers-quality-few = There are too few orders to check a forecast for { $days } days: take it as a hint.
customers-named = Known by name: { $named } of { $people }, only those who let us remember their purchases. The others count in totals alone.
button-customers-risk = ⚠️ At risk: { $count }
customers-risk-head =
    <b>⚠️ At risk</b>
    They buy less often than usual. Those we expect most of come first.
customers-risk-line = { $number }. <b>{ $name }</b> · expected { $worth }
customers-risk-none = Nobody now: everybody orders as usual.
customers-no-ticket = This customer has never asked anything, so there is no card of a ticket.

## The picture
picture-customers = Customers
picture-customers-hint = How many people stand where, what they spent in a year, and who moved
picture-customers-people = People
picture-customers-money = Spent in a year, % of all
picture-customers-moves = Moved in { $days } days
picture-customers-before = The pale bar: { $days } days ago
picture-stage-new = New
picture-stage-active = Active
picture-stage-growing = Growing
picture-stage-vip = VIP
picture-stage-at_risk = At risk
picture-stage-lapsed = Lapsed
picture-stage-returned = Returned
