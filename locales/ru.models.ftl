### Модель: обучение на работе, отчёты, версии. Видят администраторы.

## Обучение
run-head = 🔁 <b>Обучаю новую модель</b> · { $name }
run-now = Сейчас: { $stage }
run-stage-read = собираю примеры
run-stage-embed = читаю сообщения
run-stage-ngrams = учу слова
run-stage-encoder = учу смысл
run-stage-compare = сравниваю с прежней моделью
run-stage-curve = проверяю, чего не хватает
run-stage-draw = рисую картинки
run-left =
    { $count ->
        [one] Осталась примерно { $count } минута
        [few] Осталось примерно { $count } минуты
       *[many] Осталось примерно { $count } минут
    }
run-meanwhile = Магазин работает как обычно, отвечает прежняя модель.
run-stopped = Обучение остановлено. Работает прежняя модель.
run-failed =
    ⚠️ <b>Обучить модель не получилось</b>
    { $why } Работает прежняя модель.
retrain-failed = ⚠️ Обучить модель не получилось. { $why } Работает прежняя модель. Попробовать ещё раз: /retrain
retrain-error-no-topic = Нет ни одной темы с примерами.
retrain-error-too-few = Примеров слишком мало, чтобы по ним учиться.
retrain-error-disk-full = На диске закончилось место: освободите его и повторите.
retrain-error-database = Не удалось прочитать базу данных.
retrain-error-unexpected = Случилась ошибка в программе, подробности — в её журнале.
retrain-error-killed = Обучение прервалось: системе, скорее всего, не хватило памяти.
retrain-error-restarted = Бота перезапустили, пока шло обучение.
retrain-error-silent = Обучение надолго замерло, и я его прервал.
retrain-error-damaged = Файл новой модели оказался испорчен.
retrain-runs = Модель уже обучает { $name }: готово { $percent } %. Дождитесь, пожалуйста, конца.
retrain-runs-yours = Обучение уже идёт: готово { $percent } %. О конце я напишу.
retrain-is-over = Это обучение уже закончилось.
retrain-stopped-by = { $by }: обучение модели остановлено. Работает прежняя модель.
toast-retrain = Начинаю
toast-stopped = Останавливаю
button-run-stop = Остановить
button-retrain = 🔁 Обучить заново

## Отчёт
report-head-candidate = 🎓 <b>Новая модель готова</b> · { $version }
report-head-serving = 🟢 <b>Эта модель сейчас работает</b> · { $version }
report-head-kept = ⚪️ <b>Эта модель работала раньше</b> · { $version }
report-head-declined = ✖️ <b>Эту модель решили не включать</b> · { $version }
report-head-broken = ⛔ <b>Файл этой модели испорчен</b> · { $version }
report-heldout = Проверена на { $count } сообщениях, которых не видела при обучении; своих из магазина — { $own }. При таком числе точность известна до ±{ $points } п. п.
report-accuracy = верная тема: { $old } → <b>{ $new }</b>
report-queue-accuracy = верная очередь: { $old } → <b>{ $new }</b>
report-macro-f1 = в среднем по темам (F1): { $old } → <b>{ $new }</b>
report-caught = чужие вопросы замечены: { $old } → <b>{ $new }</b>
report-ms = на сообщение: { $old } → <b>{ $new }</b> мс
report-alone = Сравнить не с чем: прежней модели нет или она не читается.
report-better = ✅ Новая модель лучше, и это вряд ли случайность (p = { $p }).
report-even = ➖ Разницы, которую нельзя объяснить случаем, нет (p = { $p }).
report-worse = 🔻 Новая модель хуже, и это вряд ли случайность (p = { $p }).
report-changed =
    { $count ->
        [0] Очередь не меняется ни у одного проверочного сообщения.
        [one] Очередь меняется у { $count } проверочного сообщения.
       *[other] Очередь меняется у { $count } проверочных сообщений.
    }
report-no-objections = Возражений нет: ни одна тема заметно не пострадала.
report-objections = <b>Возражения:</b>
report-advice = 💡 Ещё { $more } примеров темы «{ $topic }» дали бы около +{ $points } п. п.
confused-head = 🔀 <b>Эти темы модель путает</b> (проверено на сообщениях, по которым она не училась):
confused-pair =
    { $messages ->
        [one] • «{ $topic }»: { $count } из { $messages } сообщения приняты за «{ $other }».
       *[other] • «{ $topic }»: { $count } из { $messages } сообщений приняты за «{ $other }».
    }
confused-back = Обратно — { $count } из { $messages }.
confused-merge = На обе отвечает один отдел: если различать их незачем, объедините их в /topics.
confused-teach = Отвечают на них разные отделы: добавьте примеров обеих, в /review или файлом.
report-no-queue = без обращения
objection-accuracy = • в целом новая модель может оказаться хуже прежней
objection-topic = • заметно хуже узнаётся тема «{ $topic }»: { $was } → { $now }
objection-scope = • хуже замечает чужие вопросы: { $was } → { $now } %
objection-latency = • отвечает дольше: { $was } → { $now } мс
objection-size = • файл слишком большой: { $size } МБ
objection-smoke = • простое сообщение «{ $text }» попадает не туда: { $queue }
objection-encoder = • прежняя модель понимала смысл, а новая — только слова
objection-uncompared = • сравнить не с чем: файл прежней модели не читается
objection-other = • проверка, которой эта версия программы ещё не знает
button-promote = ✅ Включить новую
button-promote-anyway = ⚠️ Включить, хотя есть возражения
button-promote-yes = Да, всё равно включить
button-keep-current = Оставить прежнюю
button-changes = Что изменится ({ $count })
promote-sure =
    <b>Включить { $version } несмотря на возражения?</b>
    { $objections }
changes-head = <b>Другая очередь: { $count }</b>
changes-line =
    { $mark } «{ $text }»
    { $was } → <b>{ $now }</b>
changes-gone = Сами сообщения уже не хранятся.
caption-topics = По темам: чем длиннее полоса, тем лучше модель узнаёт тему
caption-confusion = Что с чем путает: по строкам — верная тема, по столбцам — ответ модели
caption-reliability = Насколько её уверенность совпадает с делом
caption-curve = Как растёт точность с числом примеров

## Версии
model-head = <b>Модель, которая понимает сообщения</b>
model-serving = 🟢 Работает <b>{ $version }</b>. Включена { $since }.
model-figures = Верная тема { $accuracy }, верная очередь { $queue } %
model-all = <b>Все версии</b>
model-line = { $mark } { $version } · { $accuracy } % · { $author } · { $made } · { $state }
model-origin-starter = начальная
model-origin-operator = из командной строки
model-origin-retrain = автор больше не в составе
model-state-candidate = ждёт решения
model-state-serving = работает
model-state-kept = работала раньше
model-state-declined = не включена
model-state-broken = файл испорчен
button-roll-back = ↩️ Вернуть { $version }
button-roll-back-yes = Да, вернуть
button-report = 📄 Отчёт { $version }
button-automatic-on = ✅ Включать самой, если нет возражений
button-automatic-off = ▫️ Включать самой, если нет возражений
roll-back-sure = Вернуть модель <b>{ $version }</b> вместо { $serving }? Перейти обратно можно так же.
toast-rolled-back = Возвращаю
model-promoted = { $by }: теперь работает новая модель { $version }. Вернуть прежнюю: /model
model-promoted-itself = 🟢 Теперь работает новая модель { $version }: у проверки не было возражений. Вернуть прежнюю: /model
model-rolled-back = { $by }: возвращена модель { $version }. Все версии: /model
model-serves-already = Модель { $version } уже работает.
model-is-broken = Файл модели { $version } испорчен, включить её нельзя.
model-refused = ⚠️ Включить модель { $version } не получилось: { $why }. По-прежнему работает { $serving }.
model-missing = файла нет на месте
model-changed = файл изменили после обучения, его содержимому нельзя доверять
model-damaged = файл испорчен или это вовсе не модель
model-foreign = она обучена для другого магазина
command-retrain = Обучить модель заново
command-model = Модель: версии и откат
