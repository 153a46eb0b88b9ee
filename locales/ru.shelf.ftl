### Каталог: что видит покупатель

## Список
shelf-top =
    <b>Каталог</b>
    Выберите раздел или найдите нужное по словам.
shelf-nothing =
    <b>Каталог</b>
    Здесь пока пусто: товары скоро появятся. Если ищете что-то — просто напишите.
shelf-head =
    <b>{ $title }</b>
    { $count ->
        [one] { $count } товар
        [few] { $count } товара
       *[many] { $count } товаров
    }
shelf-empty =
    <b>{ $title }</b>
    В этом разделе сейчас ничего нет.
shelf-line =
    { $number }. <b>{ $title }</b>
    { $price }
price-plain = { $price }
price-from = от { $price }
price-was = { $price } <s>{ $old }</s>
stock-there = ✅ В наличии
stock-left =
    { $count ->
        [one] ⏳ Осталась { $count } штука
        [few] ⏳ Осталось { $count } штуки
       *[many] ⏳ Осталось { $count } штук
    }
stock-none = ⛔ Сейчас нет в наличии
stock-only =
    { $count ->
        [0] Этого сейчас нет в наличии. Спросите нас — подскажем, когда появится.
        [one] Есть только { $count } штука.
        [few] Есть только { $count } штуки.
       *[many] Есть только { $count } штук.
    }
badge-hit = 🔥 Хит
badge-new = ✨ Новинка
badge-sale = 🏷 Скидка

## Поиск
find-ask = Что ищем? Напишите пару слов: название, размер, для кого, до какой цены. Например: «велосипед для девочки 8 лет до 20 000».
found-head =
    <b>«{ $words }»</b>
    { $count ->
        [one] Нашёлся { $count } товар
        [few] Нашлось { $count } товара
       *[many] Нашлось { $count } товаров
    }
found-near =
    <b>«{ $words }»</b>
    Точно такого у нас не нашлось. Вот самое похожее:
found-none =
    <b>«{ $words }»</b>
    Ничего похожего не нашлось. Попробуйте другими словами или спросите человека: подскажет, есть ли это у нас.
shelf-not-ready = Поиск ещё готовится, попробуйте, пожалуйста, через минуту. Разделы каталога уже открыты.

## Товар
thing-head =
    <b>{ $title }</b>
    { $price }
thing-attribute = { $name }: { $value }
thing-chosen = Выбрано: { $what }
part-options = ⚙️ Комплектация
thing-in-cart = 🛒 Этот товар у вас в корзине.
option-adds = { $title } · +{ $price }
option-takes = { $title } · −{ $price }
option-needs = К «{ $one }» нужно ещё «{ $other }».
option-excludes = «{ $one }» не сочетается с «{ $other }»: оставьте что-то одно.
option-choose =
    { $count ->
        [one] Выберите, пожалуйста, что-нибудь одно: «{ $group }».
        [few] Выберите, пожалуйста, не меньше { $count } вариантов: «{ $group }».
       *[many] Выберите, пожалуйста, не меньше { $count } вариантов: «{ $group }».
    }
option-most =
    { $count ->
        [one] «{ $group }»: можно выбрать только что-то одно.
        [few] «{ $group }»: можно выбрать не больше { $count }.
       *[many] «{ $group }»: можно выбрать не больше { $count }.
    }
option-gone = Такого варианта больше нет. Посмотрите, пожалуйста, что есть сейчас.
button-pieces = { $count } шт.
button-put = 🛒 В корзину · { $total }
button-put-more = 🛒 Добавить ещё · { $total }
button-about = 💬 Спросить об этом товаре
button-about-gone = 💬 Спросить, когда появится
shelf-put = Положили в корзину.
shelf-put-already = Этот товар уже в корзине. Чтобы добавить ещё, нажмите кнопку ещё раз.
shelf-changed = За это время товар изменился. Вот как он выглядит сейчас — проверьте, пожалуйста, и нажмите ещё раз.

## Вопрос о товаре
about-ask = Напишите ваш вопрос о товаре «{ $product }» — можно с фото или голосом. Передадим тому, кто в этом разбирается.

## Кнопки
button-catalog = 🛍 Каталог
button-whole-catalog = 🛍 Весь каталог
button-find = 🔍 Найти
button-cart = 🛒 Корзина
button-ask-person = 💬 Спросить человека
button-never-mind = Не нужно
toast-never-mind = Хорошо.
command-catalog = Каталог и поиск

## Отказы
shelf-gone = Этого раздела больше нет. Откройте каталог заново: /catalog.
shelf-old = Этот список уже устарел. Откройте каталог заново: /catalog.
shelf-thing-gone = Этот товар больше не продаётся. Посмотрите похожие в каталоге: /catalog.
shelf-variant-there = Этот вариант уже есть в наличии.
shelf-variant-gone = Такого варианта больше нет. Выберите, пожалуйста, из тех, что есть.

## Сотрудникам
ticket-product = 🛍 { $title } · { $price } · { $stock }
ticket-product-photo = <a href="{ $url }">фото</a>
ticket-product-gone = 🛍 Товар, о котором спросили, больше не продаётся.
