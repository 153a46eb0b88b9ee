### Разметка из файлов и в файлы. Видят администраторы.

import-ask =
    Пришлите файл, до 20 МБ. Что в нём, я пойму сам:

    • каталог — YML или CSV с названиями и ценами;
    • сообщения покупателей — CSV, JSON, JSONL или переписка, выгруженная из Telegram Desktop (result.json). Если в файле есть столбец с темой, получатся готовые примеры. Если тем нет, я спрошу о самых полезных сообщениях в /review.

    Сначала я покажу, что в файле нашлось. Пока вы не подтвердите, ничего не сохранится.
import-not-fetched = Не получилось забрать файл у Телеграма. Пришлите его, пожалуйста, ещё раз.
import-refused-big = Файл больше 20 МБ: такой Телеграм мне не отдаст. Примеры разделите, пожалуйста, на части, а большой каталог можно загрузить на сервере: python -m bot catalogue import ФАЙЛ
import-refused-empty = Файл пустой.
import-refused-archive = Это архив или книга Excel. Пришлите сам файл: CSV, JSON или JSONL. Из Excel — «Сохранить как» → CSV.
import-refused-binary = Это не текст. Нужен файл CSV, JSON или JSONL.
import-refused-rows = В файле больше 200 000 строк. Разделите его, пожалуйста, на части.
import-refused-header = В файле нет ни одной строки с сообщением.
import-refused-columns = В файле больше 100 столбцов: это не похоже на список сообщений.
import-refused-json = Файл похож на JSON, но прочитать его не получилось. Нужен список объектов или по одному объекту в строке.
import-refused-none = Ни одного сообщения в файле прочитать не получилось.
import-refused-nobody = В этой выгрузке нет сообщений от покупателей: только ваши собственные, служебные или без текста.
import-gone = Этот файл у меня больше не хранится. Пришлите его, пожалуйста, ещё раз.
import-is-over = С этим файлом уже всё решено.
import-nothing = Сохранять нечего: ни одно сообщение не осталось.
import-not-last = После этого файла сохранили ещё один, поэтому отменить можно только тот.
import-head =
    { $count ->
        [one] 📥 <b>{ $name }</b> · { $count } строка
        [few] 📥 <b>{ $name }</b> · { $count } строки
       *[many] 📥 <b>{ $name }</b> · { $count } строк
    }
import-which-text = В каком столбце сообщения покупателей?
import-which-label = В каком столбце тема?
button-import-no-topic = Темы в файле нет
import-column = • <b>{ $name }</b>: { $shown }
import-topics = <b>Будет сохранено:</b>
import-topic = • { $topic }: { $count }
import-unfit = не для обучения
import-left-out = не берём
import-note-unknown = ❓ С неизвестной темой: { $count }. Скажите, что это за темы, иначе эти строки не сохранятся.
import-note-conflicts = ⚡️ Сообщений, у которых в файле две разные темы: { $count }. Их не беру.
import-note-against-out = ↔️ Расходятся с тем, что уже размечено: { $count }. Их не беру.
import-note-against-in = ↔️ Расходятся с тем, что уже размечено: { $count }. Будут сохранены.
import-note-known = Уже размечены так же: { $count }. Повторять не буду.
import-note-repeats = Повторов внутри файла: { $count }. Беру по одному.
import-note-twins-in = Почти одинаковых: { $count }. Будут сохранены.
import-note-twins-out = Почти одинаковых: { $count }. Их не беру.
import-note-wordless = Без слов: { $count }. Учиться на них нечему.
import-note-cut = Длиннее 4000 знаков: { $count }. Сохраню только начало.
import-note-doubts = 🤔 Похоже, тема указана неверно: { $count }. Посмотрите, пожалуйста.
import-note-out = Вы убрали: { $count }.
import-faults = <b>Не прочитано строк: { $count }</b>
import-fault = • строка { $line }: { $why }
import-fault-quote = кавычки не закрыты или стоят не там
import-fault-cells = столбцов не столько, сколько в первой строке
import-fault-json = это не объект JSON
import-fault-text = нет сообщения
import-fault-label = нет темы
import-doubts = Модель проверила сообщений: { $count }. В этих случаях она уверена в другой теме. Крестик с номером строки убирает её, ещё одно нажатие возвращает.
import-doubt =
    { $line }. «{ $text }»
    в файле: { $said } · модель: { $guess } ({ $chance } %)
import-doubt-out =
    { $line }. <s>«{ $text }»</s>
    в файле: { $said } · модель: { $guess } ({ $chance } %)
import-labels = Таких тем у нас нет. Нажмите на название и скажите, что оно значит.
import-label = Какая тема имеется в виду: «{ $label }»?
import-clashes = <b>Две темы у одного сообщения в файле:</b>
import-contradictions = <b>Размечено раньше → сказано в файле:</b>
import-clash = • «{ $text }»: { $one } → { $other }
import-stored =
    { $count ->
        [one] ✅ <b>{ $name }</b>: сохранён { $count } пример. Модель узнает о нём после /retrain.
        [few] ✅ <b>{ $name }</b>: сохранено { $count } примера. Модель узнает о них после /retrain.
       *[many] ✅ <b>{ $name }</b>: сохранено { $count } примеров. Модель узнает о них после /retrain.
    }
import-dropped = ✖️ <b>{ $name }</b>: ничего не сохранено, файл удалён.
import-undone = ↩️ <b>{ $name }</b>: сохранение отменено, примеров убрано: { $count }.
button-import-store = ✅ Сохранить: { $count }
button-import-labels = ❓ Неизвестные темы: { $count }
button-import-doubts = 🤔 Похоже на ошибки
button-import-clashes = ⚡️ Противоречия
button-import-twins-out = Почти одинаковые не брать
button-import-twins-in = Почти одинаковые взять
button-import-against-in = Верить файлу, а не прежней разметке
button-import-against-out = Верить прежней разметке, а не файлу
button-import-leave-out = 🚫 Не брать
button-import-drop = ✖️ Ничего не сохранять
button-import-undo = ↩️ Отменить
command-import = Каталог или примеры из файла

## Сообщения без тем
import-messages-head =
    { $count ->
        [one] 📥 <b>{ $name }</b> · { $count } сообщение
        [few] 📥 <b>{ $name }</b> · { $count } сообщения
       *[many] 📥 <b>{ $name }</b> · { $count } сообщений
    }
import-messages-why = В файле не сказано, о чём эти сообщения, поэтому учиться на них сразу нельзя. Зато я могу спросить вас о самых полезных в /review.
import-messages-none = Спрашивать не о чем: подходящих сообщений не осталось.
import-said = <b>Что думает модель</b> (прочитано: { $count })
import-said-sure = ✅ Уверена: { $count }
import-said-unsure = 🤔 Сомневается: { $count }
import-said-strange = ❓ Не подходит ни одна тема: { $count }
import-example = • «{ $text }» — { $topics }
import-example-strange = • «{ $text }»
import-will-ask =
    { $count ->
        [one] <b>В разметку пойдёт { $count } сообщение</b>, самое полезное для модели. Сохраню только текст, без имён и номеров.
        [few] <b>В разметку пойдут { $count } сообщения</b>, самые полезные для модели. Сохраню только текст, без имён и номеров.
       *[many] <b>В разметку пойдёт { $count } сообщений</b>, самых полезных для модели. Сохраню только текст, без имён и номеров.
    }
import-nothing-to-ask = Модель понимает их и так: спрашивать не о чем.
import-left = <b>Не беру:</b>
import-left-own = • ваши собственные: { $count }
import-left-away = • от тех, кого вы не берёте: { $count }
import-left-service = • служебные записи: { $count }
import-left-wordless = • без текста (фото, голосовые, стикеры): { $count }
import-left-forwarded = • пересланные: { $count }
import-left-elsewhere = • из каналов, «Избранного» и переписки с ботами: { $count }
import-left-short = • короче двух слов: { $count }
import-left-known = • уже знакомые: { $count }
import-left-repeats = • повторы: { $count }
import-sources = Чьи сообщения взять? Нажмите, чтобы убрать или вернуть. Сотрудники магазина, которых я знаю, уже убраны.
import-sources-more =
    { $count ->
        [one] Показаны самые разговорчивые; ещё { $count } собеседник пишет реже.
        [few] Показаны самые разговорчивые; ещё { $count } собеседника пишут реже.
       *[many] Показаны самые разговорчивые; ещё { $count } собеседников пишут реже.
    }
import-source-nameless = Без имени
import-queued =
    { $count ->
        [one] ✅ <b>{ $name }</b>: в разметку добавлено { $count } сообщение. Сказать, о чём оно: /review
        [few] ✅ <b>{ $name }</b>: в разметку добавлено { $count } сообщения. Сказать, о чём они: /review
       *[many] ✅ <b>{ $name }</b>: в разметку добавлено { $count } сообщений. Сказать, о чём они: /review
    }
import-unqueued = ↩️ <b>{ $name }</b>: из разметки убрано сообщений: { $count }. Всё, что вы уже разметили, осталось.
import-all-said = Убирать нечего: в разметке от этого файла больше ничего не ждёт.
button-import-queue = ✅ Добавить в разметку: { $count }
button-import-sources = 👥 Чьи сообщения
button-import-unqueue = ↩️ Убрать из разметки

## Выгрузка
export-ask = В каком виде прислать каталог или разметку? CSV открывается в таблицах, JSONL и YML удобнее программам. В файле с разметкой будут слова покупателей: берегите его.
export-nothing = Выгружать пока нечего: нет ни разметки, ни каталога.
export-caption =
    { $count ->
        [one] Разметка магазина: { $count } пример.
        [few] Разметка магазина: { $count } примера.
       *[many] Разметка магазина: { $count } примеров.
    }
button-export-csv = CSV (для таблиц)
button-export-jsonl = JSONL (для программ)
command-export = Выгрузить каталог или разметку
