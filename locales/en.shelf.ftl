### The catalogue: what customers see

## A list
shelf-top =
    <b>Catalogue</b>
    Choose a section, or find what you need by words.
shelf-nothing =
    <b>Catalogue</b>
    Nothing here yet: goods will appear soon. If you are looking for something, just write.
shelf-head =
    <b>{ $title }</b>
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
shelf-empty =
    <b>{ $title }</b>
    There is nothing in this section at the moment.
shelf-line =
    { $number }. <b>{ $title }</b>
    { $price }
price-plain = { $price }
price-from = from { $price }
price-was = { $price } <s>{ $old }</s>
stock-there = ✅ In stock
stock-left = ⏳ Only { $count } left
stock-none = ⛔ Out of stock at the moment
stock-only =
    { $count ->
        [0] This is out of stock at the moment. Ask us, and we will tell you when it is back.
        [one] There is only { $count }.
       *[other] There are only { $count }.
    }
badge-hit = 🔥 Bestseller
badge-new = ✨ New
badge-sale = 🏷 Sale

## Search
find-ask = What are you looking for? A few words will do: name, size, for whom, up to which price. For example: “bike for a girl of 8 under 20000”.
found-head =
    <b>“{ $words }”</b>
    { $count ->
        [one] { $count } item found
       *[other] { $count } items found
    }
found-near =
    <b>“{ $words }”</b>
    We have nothing quite like that. These come closest:
found-none =
    <b>“{ $words }”</b>
    Nothing like that was found. Try other words, or ask a person: they will tell you whether we have it.
shelf-not-ready = The search is still getting ready, please try again in a minute. The sections of the catalogue are open already.

## An item
thing-head =
    <b>{ $title }</b>
    { $price }
thing-attribute = { $name }: { $value }
thing-chosen = Chosen: { $what }
part-options = ⚙️ Options
thing-in-cart = 🛒 This is in your cart.
option-adds = { $title } · +{ $price }
option-takes = { $title } · −{ $price }
option-needs = “{ $one }” needs “{ $other }” as well.
option-excludes = “{ $one }” does not go with “{ $other }”: please keep one of them.
option-choose =
    { $count ->
        [one] Please choose one: “{ $group }”.
       *[other] Please choose at least { $count }: “{ $group }”.
    }
option-most =
    { $count ->
        [one] “{ $group }”: only one can be chosen.
       *[other] “{ $group }”: no more than { $count } can be chosen.
    }
option-gone = That choice is no longer offered. Please look at what there is now.
button-pieces =
    { $count ->
        [one] { $count } pc
       *[other] { $count } pcs
    }
button-put = 🛒 Add to cart · { $total }
button-put-more = 🛒 Add more · { $total }
button-about = 💬 Ask about this item
button-about-gone = 💬 Ask when it will be back
shelf-put = Added to your cart.
shelf-put-already = This is in your cart already. To add more, press the button once more.
shelf-changed = This item has changed in the meantime. This is how it is now: please have a look and press again.

## A question about an item
about-ask = Write your question about “{ $product }”; a photo or a voice message is fine, too. We will pass it to somebody who knows.

## Buttons
button-catalog = 🛍 Catalogue
button-whole-catalog = 🛍 Whole catalogue
button-find = 🔍 Find
button-cart = 🛒 Cart
button-ask-person = 💬 Ask a person
button-never-mind = Never mind
toast-never-mind = All right.
command-catalog = Catalogue and search

## Refusals
shelf-gone = That section is gone. Please open the catalogue again: /catalog.
shelf-old = That list is out of date. Please open the catalogue again: /catalog.
shelf-thing-gone = This item is no longer sold. Have a look at others in the catalogue: /catalog.
shelf-variant-there = This one is in stock already.
shelf-variant-gone = That choice is gone. Please pick one of those that are there.

## For staff
ticket-product = 🛍 { $title } · { $price } · { $stock }
ticket-product-photo = <a href="{ $url }">photo</a>
ticket-product-gone = 🛍 The item that was asked about is no longer sold.
