### Каталог из файла и в файл. Видят администраторы.

feed-head = 🗂 <b>{ $name }</b>
feed-reading = Каталог получен, читаю. Покупатели ничего не заметят.
feed-reading-on = Читаю: { $count }…
feed-again = Пока вы смотрели, каталог изменился. Сверяю файл заново и покажу, что получится теперь.
feed-applying = Готовлю изменения. Покупатели увидят их все сразу, когда всё будет готово.
feed-applying-on = Готовлю изменения: { $percent } %. Покупатели увидят их все сразу.
feed-applied = ✅ Каталог обновлён: новых товаров { $new }, изменённых { $changed }, скрытых { $gone }.
feed-dropped = ✖️ Ничего не изменено, файл удалён.
feed-failed = ⚠️ Файл не взят: { $why }
feed-halfway = Цены и наличие остались прежними, но часть описаний могла обновиться. Пришлите файл ещё раз, чтобы закончить.
feed-nothing =
    { $count ->
        [one] Прочитано { $count } предложение, и в каталоге всё уже так же. Менять нечего.
        [few] Прочитано { $count } предложения, и в каталоге всё уже так же. Менять нечего.
       *[many] Прочитано { $count } предложений, и в каталоге всё уже так же. Менять нечего.
    }
feed-read-whole =
    { $count ->
        [one] Прочитано { $count } предложение. Вот что изменится:
        [few] Прочитано { $count } предложения. Вот что изменится:
       *[many] Прочитано { $count } предложений. Вот что изменится:
    }
feed-read-partial =
    { $count ->
        [one] Прочитана { $count } строка. Названий в файле нет, поэтому обновлю только цены и остатки того, что уже есть:
        [few] Прочитано { $count } строки. Названий в файле нет, поэтому обновлю только цены и остатки того, что уже есть:
       *[many] Прочитано { $count } строк. Названий в файле нет, поэтому обновлю только цены и остатки того, что уже есть:
    }
feed-count-products_new = 🆕 Новые товары: <b>{ $count }</b>
feed-count-products_changed = ✏️ Изменятся: <b>{ $count }</b>
feed-count-products_gone = 🙈 Нет в файле, скрою: <b>{ $count }</b>
feed-count-products_same = ▫️ Без изменений: { $count }
feed-count-prices_up = 📈 Цена вырастет: { $count }
feed-count-prices_down = 📉 Цена снизится: { $count }
feed-count-stock = 📦 Изменится остаток: { $count }
feed-count-photos = 🖼 Картинок в файле: { $count }
feed-count-categories_new = 📁 Новые разделы: { $count }
feed-named = { "   " }{ $titles }
feed-largest = <b>Сильнее всего изменятся цены:</b>
feed-price = • { $title }: { $old } → { $new }
feed-faults =
    { $count ->
        [one] ⚠️ <b>{ $count } ошибка.</b> Остальное в порядке:
        [few] ⚠️ <b>{ $count } ошибки.</b> Остальное в порядке:
       *[many] ⚠️ <b>{ $count } ошибок.</b> Остальное в порядке:
    }
feed-fault = строка { $line }: { $why }
feed-faults-caption = Ошибки в файле каталога: { $count }. Строки с ошибками не берутся; то, что уже продаётся, остаётся как было.
feed-sure = ❗️ В файле нет { $count } из { $all } товаров, которые сейчас продаются. Если применить его, они пропадут из каталога. Файл точно полный?
feed-is-over = С этим файлом уже всё решено.
feed-busy = Сейчас применяется другой файл. Подождите минуту и нажмите ещё раз.
feed-export-nothing = В каталоге пока ничего нет.
feed-export-large = Каталог больше 45 МБ, через Телеграм такой не отправить. Его можно выгрузить на сервере: python -m bot catalogue export ФАЙЛ
feed-export-caption =
    { $count ->
        [one] Каталог магазина: { $count } товар.
        [few] Каталог магазина: { $count } товара.
       *[many] Каталог магазина: { $count } товаров.
    }
button-feed-apply = ✅ Применить
button-feed-sure = ✅ Да, скрыть { $count }
button-feed-drop = ✖️ Ничего не менять
button-feed-faults = 📄 Все ошибки файлом
button-feed-export-csv = Каталог: CSV (для таблиц)
button-feed-export-yml = Каталог: YML (для площадок)

## Почему файл не взят
feed-refused-empty = он пустой.
feed-refused-archive = это архив или книга Excel. Пришлите сам файл: YML или CSV. Из Excel — «Сохранить как» → CSV.
feed-refused-binary = это не текст. Нужен YML или CSV.
feed-refused-not-yml = это XML, но не YML: он начинается с «{ $value }», а не с yml_catalog.
feed-refused-entities = в строке { $line } объявлены сущности XML. Такие файлы я не беру: это небезопасно.
feed-refused-broken = он обрывается или испорчен в строке { $line }. Выгрузите его, пожалуйста, заново.
feed-refused-encoding = его кодировку прочитать не получилось. Подойдут UTF-8 и Windows-1251.
feed-refused-columns = в нём нет нужных столбцов. Для каталога нужны название и цена, для обновления — артикул и цена или остаток.
feed-refused-many = в нём больше миллиона предложений.
feed-refused-none = ни одного товара в нём прочитать не получилось.
feed-refused-none-why = ни одного товара в нём прочитать не получилось. Строка { $line }: { $why }
feed-refused-currency = цены в нём указаны в другой валюте: { $value }.
feed-refused-disk-full = на сервере кончилось место.
feed-refused-gone = файл больше не хранится. Пришлите его, пожалуйста, ещё раз.
feed-refused-killed = чтение прервалось. Пришлите файл, пожалуйста, ещё раз.
feed-refused-silent = чтение зависло. Пришлите файл, пожалуйста, ещё раз.
feed-refused-unexpected = что-то пошло не так. Пришлите файл, пожалуйста, ещё раз; если не поможет, подробности есть в журнале сервера.

## Что не так в строке
feed-fault-key = нет артикула (id)
feed-fault-key-long = артикул длиннее 120 знаков: { $value }
feed-fault-key-twice = такой артикул уже был выше: { $value }
feed-fault-group-long = код группы длиннее 120 знаков: { $value }
feed-fault-unknown-key = в каталоге нет такого артикула: { $value }
feed-fault-variants = в одном товаре больше 1000 вариантов: { $value }
feed-fault-name = нет названия
feed-fault-name-long = название длиннее 300 знаков: { $value }
feed-fault-price = цену не понять: { $value }
feed-fault-price-none = нет цены
feed-fault-old-price = старую цену не понять, беру без неё: { $value }
feed-fault-currency = другая валюта: { $value }
feed-fault-stock = остаток не понять: { $value }
feed-fault-category = нет такого раздела: { $value }
feed-fault-category-long = путь раздела слишком длинный: { $value }
feed-fault-category-key = у раздела нет номера или он длиннее 80 знаков: { $value }
feed-fault-category-title = у раздела нет названия: { $value }
feed-fault-category-twice = номер раздела уже был выше: { $value }
feed-fault-category-parent = вышестоящего раздела нет или они замкнуты в кольцо, ставлю наверх: { $value }
feed-fault-options = опции не понять: { $value }
feed-fault-rules = правило не понять: { $value }
feed-fault-picture = это не адрес картинки, беру без неё: { $value }
feed-fault-cells = столбцов не столько, сколько в первой строке: { $value }
feed-fault-quote = кавычки не закрыты или стоят не там
feed-fault-encoding = испорченные буквы: { $value }
