### Review and topics: what admins teach the model.

## Review
review-head = 🎓 <b>Review</b> · today: { $today } · left: { $left }
review-empty = All done, thank you! New messages worth asking about appear here by themselves: look in again in a day or two. To train the model on what you said: /retrain
review-message =
    { $origin } · { $why }

    <blockquote>{ $text }</blockquote>
review-from-ticket = №{ $number } · { $when }
review-from-file = from the file { $name }
review-why-unsure = the model is not sure
review-why-disagree = opinions differ
review-why-new_words = words new to the model
review-why-cluster = several ask this, and there is no topic
review-why-stranger = fits none of the topics
review-model = 🤖 Model: { $topics }
review-customer = 👤 Customer { $name }: { $topic }
review-staff = 💬 { $name }: { $topic }
review-former = a former colleague
review-ask = What is this message about?
review-late = Somebody was faster on that one; here is the next.
review-nothing-back = There is nothing to take back today.
button-review-more = More topics…
button-review-new = ➕ New topic…
button-review-skip = ⏭ Skip
button-review-unfit = 🚫 Not for training
button-review-undo = ↩️ Undo the last one
button-review-page = Page { $page } of { $pages } →
toast-taught = { $topic }

## Topics
topics-head = <b>Topics: { $count }</b>
topics-line = • { $topic } — { $queue }, labels: { $count }
topics-former = <b>Retired</b>
topics-mistaken = ⚠️ <b>These topics seem to overlap</b> (the same questions are put now under one, now under the other):
topics-pair =
    { $count ->
        [one] • “{ $one }” and “{ $other }”: { $count } ticket
       *[other] • “{ $one }” and “{ $other }”: { $count } tickets
    }
topic-page =
    <b>{ $en }</b>
    In Russian: { $ru }
    Queue: { $queue }
    Labels: { $count }
topic-no-queue = the bot answers
topic-is-retired = This topic is retired: customers are not offered it, and the model does not learn it.
topic-is-merged = This topic was merged into “{ $into }”: all that was said to be about it counts there now.
topic-queue-which = Who answers questions about “{ $topic }”? Tickets that wait already stay where they are.
topic-merge-which = Merge “{ $topic }” into which topic? The one you choose stays.
topic-merge-sure = “{ $topic }” becomes part of “{ $into }”, and so do its labels ({ $count }). You can bring it back later.
topic-retire-sure = Retire “{ $topic }”? Customers are no longer offered it, and such questions go to triage. You can bring it back later.
topic-names-ask =
    What is the topic called? Send two lines in one message, first in Russian, then in English. For example:

    Подарочные карты
    Gift cards
topic-titles-how = Exactly two lines are needed, each of at most 60 characters: the name in Russian and the name in English. Please send them again.
topic-taken = There is a topic called “{ $title }” already. Please think of another name.
topic-queue-ask = Which queue answers such questions?
topic-queue-press = Please choose the queue with a button above.
topic-examples-ask = Now some examples: how do customers ask about this? One message a line, at least { $count }. The more, and the more different, the better.
topic-examples-few = Too few: at least { $count } different ones are needed, one a line. Please send all of them again in one message.
topic-added =
    { $count ->
        [one] The topic “{ $topic }” is there, with { $count } example. Customers can pick it now; the model knows it after /retrain.
       *[other] The topic “{ $topic }” is there, with { $count } examples. Customers can pick it now; the model knows it after /retrain.
    }
topic-built-in = These are greetings and thanks, which the bot answers itself: this topic can't be changed.
button-topic-add = ➕ New topic
button-topic-rename = Rename
button-topic-queue = Another queue
button-topic-merge = Merge into another
button-topic-merge-yes = Yes, merge
button-topic-retire = Retire
button-topic-retire-yes = Yes, retire
button-topic-back = Bring back
button-cancel-dialog = Cancel
toast-cancelled = Cancelled

## Command menu
command-review = Say what messages are about
command-topics = Topics and queues
