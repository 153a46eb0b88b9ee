### Labels from files and to files. Admins see this.

import-ask =
    Send me a file, up to 20 MB. I shall see what is in it:

    • a catalogue: YML, or CSV with names and prices;
    • customers' messages: CSV, JSON, JSONL, or a chat exported from Telegram Desktop (result.json). With a column that says the topic, they become examples. Without topics, I ask you about the most useful ones in /review.

    First I show you what is in it. Nothing is stored until you say so.
import-not-fetched = I could not get the file from Telegram. Please send it again.
import-refused-big = The file is larger than 20 MB: Telegram does not hand me such files. Please split examples; a large catalogue can be imported on the server: python -m bot catalogue import FILE
import-refused-empty = The file is empty.
import-refused-archive = This is an archive or an Excel workbook. Please send the file itself: CSV, JSON or JSONL. From Excel: “Save as” → CSV.
import-refused-binary = This is not text. A CSV, JSON or JSONL file is needed.
import-refused-rows = The file has more than 200,000 rows. Please split it.
import-refused-header = There is no row with a message in the file.
import-refused-columns = The file has more than 100 columns, which does not look like a list of messages.
import-refused-json = The file looks like JSON but can't be read. It should be a list of objects, or one object per line.
import-refused-none = Not one message in the file could be read.
import-refused-nobody = There are no customers' messages in this export: only your own, service records, or messages without text.
import-gone = I don't have this file any more. Please send it again.
import-is-over = This file has been decided on already.
import-nothing = There is nothing to store: no message is left.
import-not-last = Another file was stored after this one, so only that one can be undone.
import-head =
    { $count ->
        [one] 📥 <b>{ $name }</b> · { $count } row
       *[other] 📥 <b>{ $name }</b> · { $count } rows
    }
import-which-text = Which column holds the customers' messages?
import-which-label = Which column holds the topic?
button-import-no-topic = The file has no topics
import-column = • <b>{ $name }</b>: { $shown }
import-topics = <b>To be stored:</b>
import-topic = • { $topic }: { $count }
import-unfit = not for training
import-left-out = left out
import-note-unknown = ❓ With an unknown topic: { $count }. Tell me which topics these are, or those rows will not be stored.
import-note-conflicts = ⚡️ Messages with two different topics in the file: { $count }. Left out.
import-note-against-out = ↔️ Different from what was said before: { $count }. Left out.
import-note-against-in = ↔️ Different from what was said before: { $count }. To be stored.
import-note-known = Labelled the same already: { $count }. Not stored again.
import-note-repeats = Repeated within the file: { $count }. One of each is taken.
import-note-twins-in = Near-duplicates: { $count }. To be stored.
import-note-twins-out = Near-duplicates: { $count }. Left out.
import-note-wordless = Without words: { $count }. There is nothing to learn from them.
import-note-cut = Longer than 4,000 characters: { $count }. Only the beginning is stored.
import-note-doubts = 🤔 With a topic that looks wrong: { $count }. Please have a look.
import-note-out = Taken out by you: { $count }.
import-faults = <b>Lines that could not be read: { $count }</b>
import-fault = • line { $line }: { $why }
import-fault-quote = quotation marks are not closed, or stand in the wrong place
import-fault-cells = not as many columns as the first line has
import-fault-json = not a JSON object
import-fault-text = no message
import-fault-label = no topic
import-doubts = The model has checked { $count } messages. In these cases it is sure of another topic. The cross with a line's number takes it out, a second tap puts it back.
import-doubt =
    { $line }. “{ $text }”
    in the file: { $said } · model: { $guess } ({ $chance }%)
import-doubt-out =
    { $line }. <s>“{ $text }”</s>
    in the file: { $said } · model: { $guess } ({ $chance }%)
import-labels = We have no such topics. Tap a name and say what it means.
import-label = Which topic is meant by “{ $label }”?
import-clashes = <b>One message, two topics in the file:</b>
import-contradictions = <b>Said before → said in the file:</b>
import-clash = • “{ $text }”: { $one } → { $other }
import-stored =
    { $count ->
        [one] ✅ <b>{ $name }</b>: { $count } example stored. The model knows it after /retrain.
       *[other] ✅ <b>{ $name }</b>: { $count } examples stored. The model knows them after /retrain.
    }
import-dropped = ✖️ <b>{ $name }</b>: nothing was stored, the file is deleted.
import-undone = ↩️ <b>{ $name }</b>: undone, examples taken back: { $count }.
button-import-store = ✅ Store { $count }
button-import-labels = ❓ Unknown topics: { $count }
button-import-doubts = 🤔 Probably wrong
button-import-clashes = ⚡️ Contradictions
button-import-twins-out = Leave near-duplicates out
button-import-twins-in = Take near-duplicates
button-import-against-in = Trust the file, not the labels before
button-import-against-out = Trust the labels before, not the file
button-import-leave-out = 🚫 Leave out
button-import-drop = ✖️ Store nothing
button-import-undo = ↩️ Undo
command-import = Catalogue or examples from a file

## Messages without topics
import-messages-head =
    { $count ->
        [one] 📥 <b>{ $name }</b> · { $count } message
       *[other] 📥 <b>{ $name }</b> · { $count } messages
    }
import-messages-why = The file does not say what these messages are about, so nothing can be learned from it yet. But I can ask you about the most useful ones in /review.
import-messages-none = There is nothing to ask about: no suitable message is left.
import-said = <b>What the model thinks</b> (read: { $count })
import-said-sure = ✅ Sure: { $count }
import-said-unsure = 🤔 Unsure: { $count }
import-said-strange = ❓ None of the topics: { $count }
import-example = • “{ $text }” — { $topics }
import-example-strange = • “{ $text }”
import-will-ask =
    { $count ->
        [one] <b>{ $count } message will go to the review</b>, the one most useful to the model. Only the words are kept, no names or ids.
       *[other] <b>{ $count } messages will go to the review</b>, those most useful to the model. Only the words are kept, no names or ids.
    }
import-nothing-to-ask = The model understands them as it is: there is nothing to ask about.
import-left = <b>Left out:</b>
import-left-own = • your own: { $count }
import-left-away = • by people you left out: { $count }
import-left-service = • service records: { $count }
import-left-wordless = • without text (photos, voice, stickers): { $count }
import-left-forwarded = • forwarded: { $count }
import-left-elsewhere = • from channels, saved messages and chats with bots: { $count }
import-left-short = • shorter than two words: { $count }
import-left-known = • known already: { $count }
import-left-repeats = • repeats: { $count }
import-sources = Whose messages shall I take? Tap to leave somebody out, or to take them back. The staff I know are left out already.
import-sources-more =
    { $count ->
        [one] The most talkative are shown; { $count } more person writes less often.
       *[other] The most talkative are shown; { $count } more people write less often.
    }
import-source-nameless = No name
import-queued =
    { $count ->
        [one] ✅ <b>{ $name }</b>: { $count } message added to the review. Say what it is about: /review
       *[other] ✅ <b>{ $name }</b>: { $count } messages added to the review. Say what they are about: /review
    }
import-unqueued = ↩️ <b>{ $name }</b>: messages taken out of the review: { $count }. All you have labelled stays.
import-all-said = There is nothing to take out: no message of this file waits in the review.
button-import-queue = ✅ Add to the review: { $count }
button-import-sources = 👥 Whose messages
button-import-unqueue = ↩️ Take out of the review

## Export
export-ask = What shall I send, and how? CSV opens in spreadsheets, JSONL and YML suit programs. The file of labels holds customers' words: keep it safe.
export-nothing = There is nothing to export yet: no labels and no catalogue.
export-caption =
    { $count ->
        [one] The shop's labels: { $count } example.
       *[other] The shop's labels: { $count } examples.
    }
button-export-csv = CSV (for spreadsheets)
button-export-jsonl = JSONL (for programs)
command-export = Export the catalogue or the labels
