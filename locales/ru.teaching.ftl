### Разметка и темы: чему администраторы учат модель.

## Разметка
review-head = 🎓 <b>Разметка</b> · сегодня: { $today } · осталось: { $left }
review-empty = Всё размечено, спасибо! Новые сообщения, о которых стоит спросить, появятся здесь сами: загляните через день-другой. Обучить модель на разметке: /retrain
review-message =
    { $origin } · { $why }

    <blockquote>{ $text }</blockquote>
review-from-ticket = №{ $number } · { $when }
review-from-file = из файла { $name }
review-why-unsure = модель сомневается
review-why-disagree = мнения разошлись
review-why-new_words = незнакомые модели слова
review-why-cluster = таких вопросов несколько, а темы нет
review-why-stranger = не подошло ни к одной теме
review-model = 🤖 Модель: { $topics }
review-customer = 👤 Покупатель { $name }: { $topic }
review-staff = 💬 { $name }: { $topic }
review-former = бывший сотрудник
review-ask = О чём это сообщение?
review-late = Об этом сообщении уже сказали, вот следующее.
review-nothing-back = Сегодня возвращать нечего.
button-review-more = Другие темы…
button-review-new = ➕ Новая тема…
button-review-skip = ⏭ Пропустить
button-review-unfit = 🚫 Не для обучения
button-review-undo = ↩️ Вернуть прошлое
button-review-page = Страница { $page } из { $pages } →
toast-taught = { $topic }

## Темы
topics-head = <b>Темы: { $count }</b>
topics-line = • { $topic } — { $queue }, разметки: { $count }
topics-former = <b>Убранные</b>
topics-mistaken = ⚠️ <b>Похоже, эти темы пересекаются</b> (одни и те же вопросы относят то к одной, то к другой):
topics-pair =
    { $count ->
        [one] • «{ $one }» и «{ $other }»: { $count } обращение
        [few] • «{ $one }» и «{ $other }»: { $count } обращения
       *[many] • «{ $one }» и «{ $other }»: { $count } обращений
    }
topic-page =
    <b>{ $ru }</b>
    По-английски: { $en }
    Очередь: { $queue }
    Разметки: { $count }
topic-no-queue = отвечает бот
topic-is-retired = Тема убрана: покупателям её не предлагают, модель ей больше не учат.
topic-is-merged = Тема объединена с темой «{ $into }»: всё, что к ней относили, теперь считается там.
topic-queue-which = Кто будет отвечать на вопросы темы «{ $topic }»? Обращения, которые уже ждут, останутся на своих местах.
topic-merge-which = С какой темой объединить «{ $topic }»? Останется та, которую вы выберете.
topic-merge-sure = Объединить: «{ $topic }» станет частью темы «{ $into }». Её разметка ({ $count }) тоже перейдёт туда. Передумаете — тему можно вернуть.
topic-retire-sure = Убрать тему «{ $topic }»? Покупателям её больше не предложат, а такие вопросы пойдут на разбор. Передумаете — тему можно вернуть.
topic-names-ask =
    Как назвать тему? Пришлите одним сообщением две строки: сначала по-русски, потом по-английски. Например:

    Подарочные карты
    Gift cards
topic-titles-how = Нужны ровно две строки, каждая не длиннее 60 знаков: название по-русски и название по-английски. Пришлите ещё раз.
topic-taken = Тема с названием «{ $title }» уже есть. Придумайте, пожалуйста, другое.
topic-queue-ask = Какая очередь отвечает на такие вопросы?
topic-queue-press = Выберите, пожалуйста, очередь кнопкой выше.
topic-examples-ask = Теперь примеры: как об этом пишут покупатели? Каждое сообщение с новой строки, нужно хотя бы { $count }. Чем больше и разнообразнее, тем лучше.
topic-examples-few = Маловато: нужно хотя бы { $count } разных, каждое с новой строки. Пришлите все ещё раз одним сообщением.
topic-added =
    { $count ->
        [one] Тема «{ $topic }» добавлена, в ней { $count } пример. Покупатели могут выбрать её уже сейчас, а модель узнает о ней после /retrain.
        [few] Тема «{ $topic }» добавлена, в ней { $count } примера. Покупатели могут выбрать её уже сейчас, а модель узнает о ней после /retrain.
       *[many] Тема «{ $topic }» добавлена, в ней { $count } примеров. Покупатели могут выбрать её уже сейчас, а модель узнает о ней после /retrain.
    }
topic-built-in = Это приветствия и благодарности, на них отвечает сам бот: такую тему изменить нельзя.
button-topic-add = ➕ Новая тема
button-topic-rename = Переименовать
button-topic-queue = Другая очередь
button-topic-merge = Объединить с другой
button-topic-merge-yes = Да, объединить
button-topic-retire = Убрать
button-topic-retire-yes = Да, убрать
button-topic-back = Вернуть тему
button-cancel-dialog = Отменить
toast-cancelled = Отменили

## Меню команд
command-review = Разметить сообщения
command-topics = Темы и очереди
