### Wishes: what customers wanted and did not get.

## Staff
command-wish = Note a customer's wish: /wish what was missing
command-wishes = What customers wish for
button-wish = 💡 Wish
button-wish-drop = Never mind
toast-wish = Write what was missing
wish-ask = What did the customer of ticket №{ $number } miss? Write it in one message; the customer won't see it.
wish-how = Write it in a ticket's topic or in reply to the customer's message: <code>/wish would like kids' bikes</code>. Elsewhere the number comes first: <code>/wish 12 would like…</code>
staff-words-please = We need text here, in one message. Nothing of this was sent anywhere.
wish-known = This message is noted as a wish already.

## The card
wishes-none = No wishes yet. Staff note them (/wish in a ticket), and the bot finds them in customers' messages.
wishes-open = <b>What customers wish for</b>
wishes-done = <b>Wishes: done</b>
wishes-declined = <b>Wishes: we won't</b>
button-wishes-open = Open
button-wishes-done = Done
button-wishes-declined = Won't do
wishes-line = { $place }. { $title } — { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
wishes-line-lately = { $place }. { $title } — { $count ->
        [one] { $count } person
       *[other] { $count } people
    }, this week { $lately }
wish-head =
    <b>{ $title }</b>
    { $state }
wish-state-open = Open
wish-state-done = Done ✅
wish-state-declined = Decided against
wish-counts = Asked in all: <b>{ $count }</b> · this week: { $week } · in four weeks: { $month }
wish-example = { $place }. “{ $words }” — №{ $number }, { $when }
wish-example-bare = { $place }. “{ $words }” — { $when }
button-wish-hide = ✕ { $place }
button-wish-done = Done
button-wish-declined = Won't do
button-wish-reopen = Open again
button-wish-name = Name it
button-wish-merge = Merge
button-wish-tell = Tell those who asked ({ $count })
button-wish-send = Send ({ $count })
wish-name-ask = What shall this group of wishes be called? A few words will do.
wish-name-empty = A name needs at least one word.
wish-merge =
    <b>{ $title }</b>
    Which group is it the same as? That one's name stays.
wish-merge-none =
    <b>{ $title }</b>
    There are no other open groups on this page.
wish-tell =
    <b>Tell those who asked</b>
    People who were not told yet: { $count }. Agreed to news and will get it: { $willing }.
wish-tell-how = Each sees their own words or, where a colleague noted the wish, the name of the group. It comes once; quiet hours and refusals are kept.
wish-came = You once wrote to us: “{ $wish }”. Good news: we have it now. Thank you for the idea!
wish-came-noted = You once asked us about this: { $wish }. Good news: we have it now. Thank you for the idea!
wish-name-first = First name the group: some of its wishes are in colleagues' words, and the customer will see the name instead.
wish-gone = This group is no more: it was merged with another.
wish-is-so = That is how it is already.
wish-not-done = First mark it as done.
wish-none-to-tell = There is nobody to tell: all have been told, and the others did not agree to news.
toast-wish-open = Open again
toast-wish-done = Done. Now you can tell those who asked
toast-wish-declined = All right, we won't
toast-wish-merged = Merged
toast-wish-hidden = Taken out
toast-wish-told =
    { $count ->
        [one] { $count } person will be told
       *[other] { $count } people will be told
    }

## On Mondays
wishes-weekly =
    <b>What customers wished for</b> · from { $first } { $month } to { $last } { $till }
    { $count ->
        [one] { $count } wish in the week. What grows:
       *[other] { $count } wishes in the week. What grows:
    }

    { $lines }

    All wishes: /wishes
wishes-grown = • <b>{ $title }</b>: { $count } (usually { $usual }). “{ $example }”
wishes-new = • <b>{ $title }</b>: { $count }. “{ $example }”

## The picture
picture-wishes = What customers wish for
picture-wishes-hint = How many people asked for it in the week
