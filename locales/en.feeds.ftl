### The catalogue from a file and into one. Admins see it.

feed-head = 🗂 <b>{ $name }</b>
feed-reading = The catalogue has arrived, I am reading it. Customers will notice nothing.
feed-reading-on = Reading: { $count }…
feed-again = The catalogue has changed while you were looking. I am comparing the file anew and will show what it does now.
feed-applying = Preparing the changes. Customers will see them all at once when everything is ready.
feed-applying-on = Preparing the changes: { $percent }%. Customers will see them all at once.
feed-applied = ✅ The catalogue is up to date: { $new } new products, { $changed } changed, { $gone } hidden.
feed-dropped = ✖️ Nothing was changed, the file is deleted.
feed-failed = ⚠️ The file was not taken: { $why }
feed-halfway = Prices and stock stayed as they were, but some descriptions may have changed. Please send the file again to finish.
feed-nothing =
    { $count ->
        [one] { $count } offer read, and the catalogue has it just so. There is nothing to change.
       *[other] { $count } offers read, and the catalogue has them just so. There is nothing to change.
    }
feed-read-whole =
    { $count ->
        [one] { $count } offer read. This would change:
       *[other] { $count } offers read. This would change:
    }
feed-read-partial =
    { $count ->
        [one] { $count } line read. The file has no names, so only prices and stock of what is there would change:
       *[other] { $count } lines read. The file has no names, so only prices and stock of what is there would change:
    }
feed-count-products_new = 🆕 New products: <b>{ $count }</b>
feed-count-products_changed = ✏️ Changed: <b>{ $count }</b>
feed-count-products_gone = 🙈 Not in the file, to be hidden: <b>{ $count }</b>
feed-count-products_same = ▫️ As they were: { $count }
feed-count-prices_up = 📈 Prices up: { $count }
feed-count-prices_down = 📉 Prices down: { $count }
feed-count-stock = 📦 Stock changed: { $count }
feed-count-photos = 🖼 Pictures in the file: { $count }
feed-count-categories_new = 📁 New categories: { $count }
feed-named = { "   " }{ $titles }
feed-largest = <b>The largest changes of prices:</b>
feed-price = • { $title }: { $old } → { $new }
feed-faults =
    { $count ->
        [one] ⚠️ <b>{ $count } error.</b> The rest is fine:
       *[other] ⚠️ <b>{ $count } errors.</b> The rest is fine:
    }
feed-fault = line { $line }: { $why }
feed-faults-caption = Errors in the catalogue file: { $count }. Lines with errors are not taken; what is sold already stays as it was.
feed-sure = ❗️ The file lacks { $count } of { $all } products that are sold now. If it is applied, they disappear from the catalogue. Is the file really complete?
feed-is-over = This file has been decided on already.
feed-busy = Another file is being applied. Please wait a minute and press again.
feed-export-nothing = There is nothing in the catalogue yet.
feed-export-large = The catalogue is larger than 45 MB, too large for Telegram. It can be written on the server: python -m bot catalogue export FILE
feed-export-caption =
    { $count ->
        [one] The shop's catalogue: { $count } product.
       *[other] The shop's catalogue: { $count } products.
    }
button-feed-apply = ✅ Apply
button-feed-sure = ✅ Yes, hide { $count }
button-feed-drop = ✖️ Change nothing
button-feed-faults = 📄 All errors as a file
button-feed-export-csv = Catalogue: CSV (spreadsheets)
button-feed-export-yml = Catalogue: YML (marketplaces)

## Why a file is not taken
feed-refused-empty = it is empty.
feed-refused-archive = it is an archive or an Excel book. Please send the file itself: YML or CSV. In Excel: Save as → CSV.
feed-refused-binary = it is no text. YML or CSV is needed.
feed-refused-not-yml = it is XML, but not YML: it begins with “{ $value }” and not with yml_catalog.
feed-refused-entities = line { $line } declares XML entities. Such files are not taken: they are not safe.
feed-refused-broken = it breaks off or is damaged at line { $line }. Please export it anew.
feed-refused-encoding = its encoding can't be read. UTF-8 and Windows-1251 are fine.
feed-refused-columns = it lacks the columns. A catalogue needs name and price; an update needs sku and price or stock.
feed-refused-many = it has more than a million offers.
feed-refused-none = not one product could be read in it.
feed-refused-none-why = not one product could be read in it. Line { $line }: { $why }
feed-refused-currency = its prices are in another currency: { $value }.
feed-refused-disk-full = the server's disk is full.
feed-refused-gone = the file is not kept any more. Please send it again.
feed-refused-killed = reading was broken off. Please send the file again.
feed-refused-silent = reading got stuck. Please send the file again.
feed-refused-unexpected = something went wrong. Please send the file again; if that does not help, the server's log has the details.

## What is wrong in a line
feed-fault-key = no sku (id)
feed-fault-key-long = the sku is longer than 120 characters: { $value }
feed-fault-key-twice = this sku stands above already: { $value }
feed-fault-group-long = the group's code is longer than 120 characters: { $value }
feed-fault-unknown-key = the catalogue has no such sku: { $value }
feed-fault-variants = more than 1000 variants of one product: { $value }
feed-fault-name = no name
feed-fault-name-long = the name is longer than 300 characters: { $value }
feed-fault-price = the price can't be understood: { $value }
feed-fault-price-none = no price
feed-fault-old-price = the old price can't be understood, taken without it: { $value }
feed-fault-currency = another currency: { $value }
feed-fault-stock = the stock can't be understood: { $value }
feed-fault-category = there is no such category: { $value }
feed-fault-category-long = the category's path is too long: { $value }
feed-fault-category-key = the category has no id, or one longer than 80 characters: { $value }
feed-fault-category-title = the category has no name: { $value }
feed-fault-category-twice = the category's id stands above already: { $value }
feed-fault-category-parent = its parent is missing or they run in a circle, put at the top: { $value }
feed-fault-options = the options can't be understood: { $value }
feed-fault-rules = the rule can't be understood: { $value }
feed-fault-picture = this is no address of a picture, taken without it: { $value }
feed-fault-cells = not as many columns as in the first line: { $value }
feed-fault-quote = quotes are not closed or stand in the wrong place
feed-fault-encoding = broken letters: { $value }
