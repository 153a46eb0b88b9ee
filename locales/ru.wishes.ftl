### Пожелания: чего покупатели хотели и не получили.

## Сотрудникам
command-wish = Записать пожелание покупателя: /wish чего не хватило
command-wishes = Чего хотят покупатели
button-wish = 💡 Пожелание
button-wish-drop = Не надо
toast-wish = Напишите, чего не хватило
wish-ask = Чего не хватило покупателю из обращения №{ $number }? Напишите одним сообщением: покупатель его не увидит.
wish-how = Напишите в теме обращения или ответом на сообщение покупателя: <code>/wish хотел бы детские велосипеды</code>. В другом месте сначала номер: <code>/wish 12 хотел бы…</code>
staff-words-please = Здесь нужен текст: напишите его одним сообщением. Это никуда не отправлено.
wish-known = Это сообщение уже записано как пожелание.

## Карточка
wishes-none = Пожеланий пока нет. Их записывают сотрудники (/wish в обращении), а ещё бот сам находит их в сообщениях покупателей.
wishes-open = <b>Чего хотят покупатели</b>
wishes-done = <b>Пожелания: сделано</b>
wishes-declined = <b>Пожелания: не будем делать</b>
button-wishes-open = Открытые
button-wishes-done = Сделано
button-wishes-declined = Не будем
wishes-line = { $place }. { $title } — { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
wishes-line-lately = { $place }. { $title } — { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }, на этой неделе { $lately }
wish-head =
    <b>{ $title }</b>
    { $state }
wish-state-open = Открыто
wish-state-done = Сделано ✅
wish-state-declined = Решили не делать
wish-counts = Всего просили: <b>{ $count }</b> · на этой неделе: { $week } · за четыре недели: { $month }
wish-example = { $place }. «{ $words }» — №{ $number }, { $when }
wish-example-bare = { $place }. «{ $words }» — { $when }
button-wish-hide = ✕ { $place }
button-wish-done = Сделано
button-wish-declined = Не будем
button-wish-reopen = Вернуть в открытые
button-wish-name = Назвать
button-wish-merge = Объединить
button-wish-tell = Рассказать тем, кто просил ({ $count })
button-wish-send = Отправить ({ $count })
wish-name-ask = Как назвать эту группу пожеланий? Напишите пару слов.
wish-name-empty = Названию нужно хотя бы одно слово.
wish-merge =
    <b>{ $title }</b>
    С какой группой объединить? Её название останется.
wish-merge-none =
    <b>{ $title }</b>
    Других открытых групп на этой странице нет.
wish-tell =
    <b>Рассказать тем, кто просил</b>
    Людей, которым ещё не рассказали: { $count }. Согласились на новости и получат сообщение: { $willing }.
wish-tell-how = Каждый увидит собственные слова, а если пожелание записал сотрудник — название группы. Сообщение придёт один раз; тихие часы и отказы учитываются.
wish-came = Вы писали нам: «{ $wish }». Хорошая новость: теперь это у нас есть. Спасибо, что подсказали!
wish-came-noted = Вы спрашивали о таком: { $wish }. Хорошая новость: теперь это у нас есть. Спасибо, что подсказали!
wish-name-first = Сначала назовите группу: часть пожеланий записана словами сотрудников, и покупатель увидит вместо них название.
wish-gone = Этой группы больше нет: её объединили с другой.
wish-is-so = Так уже и есть.
wish-not-done = Сначала отметьте, что это сделано.
wish-none-to-tell = Рассказывать некому: всем уже рассказали, а остальные не соглашались на новости.
toast-wish-open = Снова открыто
toast-wish-done = Сделано. Теперь можно рассказать тем, кто просил
toast-wish-declined = Хорошо, не будем
toast-wish-merged = Объединено
toast-wish-hidden = Убрано
toast-wish-told =
    { $count ->
        [one] Расскажем { $count } человеку
       *[many] Расскажем людям: { $count }
    }

## По понедельникам
wishes-weekly =
    <b>Чего хотели покупатели</b> · с { $first } { $month } по { $last } { $till }
    { $count ->
        [one] За неделю — { $count } пожелание. Вот что растёт:
        [few] За неделю — { $count } пожелания. Вот что растёт:
       *[many] За неделю — { $count } пожеланий. Вот что растёт:
    }

    { $lines }

    Все пожелания: /wishes
wishes-grown = • <b>{ $title }</b>: { $count } (обычно { $usual }). «{ $example }»
wishes-new = • <b>{ $title }</b>: { $count }. «{ $example }»

## Картинка
picture-wishes = Чего хотят покупатели
picture-wishes-hint = Сколько человек просили об этом за неделю
