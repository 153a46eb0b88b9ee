### The model: learning from work, reports, versions. Seen by admins.

## Retraining
run-head = 🔁 <b>Training a new model</b> · { $name }
run-now = Now: { $stage }
run-stage-read = gathering examples
run-stage-embed = reading messages
run-stage-ngrams = learning words
run-stage-encoder = learning meaning
run-stage-compare = comparing with the present model
run-stage-curve = finding out what is missing
run-stage-draw = drawing pictures
run-left =
    { $count ->
        [one] About { $count } minute left
       *[other] About { $count } minutes left
    }
run-meanwhile = The shop works as usual, the present model answers.
run-stopped = Training was stopped. The present model goes on.
run-failed =
    ⚠️ <b>The model could not be trained</b>
    { $why } The present model goes on.
retrain-failed = ⚠️ The model could not be trained. { $why } The present model goes on. To try again: /retrain
retrain-error-no-topic = No topic has any examples.
retrain-error-too-few = There are too few examples to learn from.
retrain-error-disk-full = The disk is full: free some space and try again.
retrain-error-database = The database could not be read.
retrain-error-unexpected = There was an error in the program; details are in its log.
retrain-error-killed = The training broke off: most likely the system ran out of memory.
retrain-error-restarted = The bot was restarted while the training ran.
retrain-error-silent = The training stood still for long, so I broke it off.
retrain-error-damaged = The new model's file turned out damaged.
retrain-runs = { $name } is training the model already: { $percent }% done. Please wait until that ends.
retrain-runs-yours = The training runs already: { $percent }% done. I'll write when it ends.
retrain-is-over = This training is over already.
retrain-stopped-by = { $by }: the training was stopped. The present model goes on.
toast-retrain = Starting
toast-stopped = Stopping
button-run-stop = Stop
button-retrain = 🔁 Train anew

## The report
report-head-candidate = 🎓 <b>A new model is ready</b> · { $version }
report-head-serving = 🟢 <b>This model is live</b> · { $version }
report-head-kept = ⚪️ <b>This model was live before</b> · { $version }
report-head-declined = ✖️ <b>It was decided not to use this model</b> · { $version }
report-head-broken = ⛔ <b>This model's file is damaged</b> · { $version }
report-heldout = Checked on { $count } messages it never saw in training; { $own } of them are the shop's own. With that many, accuracy is known to within ±{ $points } points.
report-accuracy = right topic: { $old } → <b>{ $new }</b>
report-queue-accuracy = right queue: { $old } → <b>{ $new }</b>
report-macro-f1 = average over topics (F1): { $old } → <b>{ $new }</b>
report-caught = foreign questions noticed: { $old } → <b>{ $new }</b>
report-ms = per message: { $old } → <b>{ $new }</b> ms
report-alone = There is nothing to compare with: no present model, or its file can't be read.
report-better = ✅ The new model is better, and that is hardly chance (p = { $p }).
report-even = ➖ No difference that could not be chance (p = { $p }).
report-worse = 🔻 The new model is worse, and that is hardly chance (p = { $p }).
report-changed =
    { $count ->
        [0] None of the checked messages changes its queue.
        [one] { $count } of the checked messages changes its queue.
       *[other] { $count } of the checked messages change their queue.
    }
report-no-objections = No objections: no topic has suffered noticeably.
report-objections = <b>Objections:</b>
report-advice = 💡 { $more } more examples of “{ $topic }” would give about +{ $points } points.
confused-head = 🔀 <b>The model mistakes these topics</b> (measured on messages it did not learn from):
confused-pair =
    { $messages ->
        [one] • “{ $topic }”: { $count } of { $messages } message was read as “{ $other }”.
       *[other] • “{ $topic }”: { $count } of { $messages } messages were read as “{ $other }”.
    }
confused-back = The other way: { $count } of { $messages }.
confused-merge = One team answers both: if nobody needs to tell them apart, merge them in /topics.
confused-teach = Different teams answer them: add examples of both, in /review or from a file.
report-no-queue = no ticket
objection-accuracy = • on the whole the new model may be worse
objection-topic = • “{ $topic }” is recognised noticeably worse: { $was } → { $now }
objection-scope = • it tells foreign questions apart less well: { $was } → { $now }%
objection-latency = • it answers more slowly: { $was } → { $now } ms
objection-size = • its file is too large: { $size } MB
objection-smoke = • the plain message “{ $text }” goes to the wrong place: { $queue }
objection-encoder = • the present model understood meaning, the new one only words
objection-uncompared = • nothing to compare with: the present model's file can't be read
objection-other = • a check that this version of the program does not know yet
button-promote = ✅ Use the new one
button-promote-anyway = ⚠️ Use it in spite of objections
button-promote-yes = Yes, use it anyway
button-keep-current = Keep the present one
button-changes = What changes ({ $count })
promote-sure =
    <b>Use { $version } in spite of the objections?</b>
    { $objections }
changes-head = <b>Another queue: { $count }</b>
changes-line =
    { $mark } “{ $text }”
    { $was } → <b>{ $now }</b>
changes-gone = The messages themselves are no longer kept.
caption-topics = By topic: the longer the bar, the better the model knows it
caption-confusion = What is taken for what: rows are the right topic, columns the model's answer
caption-reliability = How well its certainty agrees with what is true
caption-curve = How accuracy grows with the number of examples

## Versions
model-head = <b>The model that understands messages</b>
model-serving = 🟢 <b>{ $version }</b> is live. Put to use { $since }.
model-figures = Right topic { $accuracy }, right queue { $queue }%
model-all = <b>All versions</b>
model-line = { $mark } { $version } · { $accuracy }% · { $author } · { $made } · { $state }
model-origin-starter = the starter
model-origin-operator = from the command line
model-origin-retrain = its author has left the staff
model-state-candidate = waits for a decision
model-state-serving = live
model-state-kept = was live before
model-state-declined = not used
model-state-broken = file damaged
button-roll-back = ↩️ Back to { $version }
button-roll-back-yes = Yes, go back
button-report = 📄 Report on { $version }
button-automatic-on = ✅ Promote by itself when nothing objects
button-automatic-off = ▫️ Promote by itself when nothing objects
roll-back-sure = Go back to <b>{ $version }</b> instead of { $serving }? You can return the same way.
toast-rolled-back = Going back
model-promoted = { $by }: the new model { $version } is live now. To go back: /model
model-promoted-itself = 🟢 The new model { $version } is live now: the gate had no objections. To go back: /model
model-rolled-back = { $by }: back to the model { $version }. All versions: /model
model-serves-already = The model { $version } is live already.
model-is-broken = The file of the model { $version } is damaged; it can't be used.
model-refused = ⚠️ The model { $version } could not be put to use: { $why }. { $serving } goes on.
model-missing = its file is not there
model-changed = its file was changed after training and can't be trusted
model-damaged = its file is damaged, or no model at all
model-foreign = it was trained for another shop
command-retrain = Train the model anew
command-model = The model: versions, going back
