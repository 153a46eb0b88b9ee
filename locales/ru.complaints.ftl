### Жалобы: кто разбирается, к какому сроку, чем закончилось.

## Покупателю
mine-complaint =
    <b>№{ $number }</b>
    Разберёмся, что пошло не так. { $who }
mine-complaint-name = Вашим обращением занимается { $name }.
mine-complaint-team = Вашим обращением занимается руководитель.
mine-complaint-answer = 1. Напишем вам сюда { $by }.
mine-complaint-answered = 1. ✅ Мы уже написали вам.
mine-complaint-late = 1. Должны были уже написать. Простите за задержку: ответим, как только сможем.
mine-complaint-decide = 2. Решение сообщим { $by }.
mine-complaint-after = 3. Через несколько дней спросим, всё ли теперь в порядке.
mine-complaint-policy = { $policy }
mine-complaint-waits = { $name } ждёт вашего ответа. Просто напишите его сюда.
mine-complaint-closed =
    <b>№{ $number }</b>
    Обращение закрыто, решение мы вам написали. Если что-то осталось, просто ответьте сюда.
complaint-decided =
    Решение по обращению №{ $number }:
    { $outcome }
decided-refund = Вернём вам деньги.
decided-replacement = Заменим товар.
decided-repair = Починим за наш счёт.
decided-discount = Дадим вам скидку.
decided-apology = Приносим извинения: это наша ошибка.
decided-explained = Мы разобрались и рассказали, почему так вышло.
decided-unfounded = Мы всё проверили и ошибки со своей стороны не нашли.
decided-amount = Сумма: { $amount }.
complaint-no-more = Обращение №{ $number }: занимаемся им как обычным вопросом, прежние сроки больше не действуют. Ответим сюда. Если что-то пошло не так, просто напишите об этом.
better-ask = Недавно мы разбирали ваше обращение №{ $number }. Стало лучше?
better-yes = Спасибо, что ответили!
better-no = Жаль. Открыли ваше обращение снова. Напишите, пожалуйста, что не так.
button-better = Да
button-worse = Нет
toast-better = Спасибо!
toast-worse = Открыли обращение снова.

## Сотрудникам
complaint-head =
    🔴 <b>Жалоба №{ $number }</b> · { $state }
    👤 { $name } · занимается: { $follower }
complaint-state-open = ждёт решения
complaint-state-closed = закрыта
complaint-cause-ticket-score = { $score } из 5 за обращение №{ $number } · { $topic }, отвечает: { $agent }
complaint-cause-order-score = { $score } из 5 за заказ №{ $order }
complaint-cause-product-score = { $score } из 5 за «{ $thing }» в заказе №{ $order }
complaint-cause-product-score-gone = { $score } из 5 за товар в заказе №{ $order }
complaint-cause-nps-score = { $score } из 10 на вопрос, посоветует ли нас друзьям
complaint-cause-ces-score = { $score } из 5 на вопрос, легко ли было получить ответ по обращению №{ $number }
complaint-cause-words = Покупатель жалуется
complaint-cause-topic = Тему «Жалоба» поставил сотрудник
complaint-answer-by = Написать покупателю { $by }
complaint-answered = Покупателю написали: { $when }
complaint-decide-by = Решить { $by }
complaint-earlier = Решали { $when }: { $outcome }
complaint-earlier-better = Решали { $when }: { $outcome }. Покупатель потом: стало лучше
complaint-earlier-worse = Решали { $when }: { $outcome }. Покупатель потом: лучше не стало
complaint-earlier-sum = { $outcome }, { $amount }
complaint-earlier-words = Написали покупателю: <i>{ $words }</i>
complaint-earlier-more = { $count ->
    [one] Ещё раньше решали { $count } раз.
    [few] Ещё раньше решали { $count } раза.
   *[other] Ещё раньше решали { $count } раз.
    }
complaint-ended =
    Исход:
    { $outcome }
complaint-better = Покупатель потом: стало лучше
complaint-worse = Покупатель потом: лучше не стало
outcome-ask = Чем закончить? Исход увидит покупатель, и обращение закроется.
outcome-refund = Возврат денег
outcome-replacement = Замена
outcome-repair = Ремонт
outcome-discount = Скидка
outcome-apology = Извинения
outcome-explained = Объяснили
outcome-unfounded = Не подтвердилась
outcome-none = Данные покупателя удалены.
outcome-mistaken = Это была не жалоба.
outcome-words-ask = «{ $outcome }». Что написать покупателю? Напишите, и перед отправкой покажем, что он увидит.
outcome-refund-ask = «{ $outcome }». Напишите сумму, после запятой — слова для покупателя: «1500, вернули на карту». Перед отправкой покажем, что он увидит.
outcome-discount-ask = «{ $outcome }». Напишите сумму, после запятой — слова для покупателя: «500, на следующий заказ». Можно и одни слова. Перед отправкой покажем, что он увидит.
outcome-preview =
    Покупатель увидит:

    { $outcome }
outcome-preview-bare =
    Суммы в ваших словах не видно. Покупатель увидит:

    { $outcome }
button-outcome-send = Отправить
button-outcome-send-bare = Отправить без суммы
button-outcome-mend = Исправить
button-outcome-plain = Без слов
button-outcome-plain-refund = Без суммы и слов
button-complaint = 🔴 Жалоба
button-complaint-take = Беру
button-complaint-outcome = Исход
button-complaint-back = ‹ Назад
toast-complaint-taken = Теперь занимаетесь вы
toast-complaint-closed = Решение отправлено, обращение закрыто
toast-outcome-first = Это жалоба: сначала выберите, чем она закончилась.
complaint-drop-ask = Обращение №{ $number } — жалоба, покупателю обещаны сроки. С другой темой она закроется без исхода, и мы напишем покупателю, что сроки больше не действуют. Точно не жалоба?
button-complaint-drop = Да, не жалоба
button-complaint-keep = Оставить жалобой
toast-complaint-sure = Это жалоба: подтвердите.
complaint-not-yours-to-end = Жалобой №{ $number } занимается { $name }. Снять её может только { $name } или старший.
complaint-dropped = Жалоба №{ $number }: { $name } ставит другую тему. Разбирать её больше не нужно.
complaint-is-yours = Жалобой №{ $number } уже занимаетесь вы.
complaint-is-taken = Жалобой №{ $number } уже занимается { $name }.
complaint-is-closed = Жалоба №{ $number } уже закрыта: { $outcome }
complaint-low-again = 😟 { $name } снова ставит низкую оценку ({ $score } из 5) — к жалобе №{ $number }.
complaint-low-nps = 😟 { $name } ставит { $score } из 10 на вопрос, посоветует ли нас друзьям, — к жалобе №{ $number }.
complaint-low-thing = 😟 { $name } ставит { $score } из 5 за «{ $thing }» — к жалобе №{ $number }.
complaint-low-why = 😟 { $name } пишет, почему низкая оценка, — к жалобе №{ $number }.
complaint-low-reopened = { $what } Жалоба открыта снова, с новыми сроками.
complaint-not-better = 😟 { $name }: после решения по жалобе №{ $number } лучше не стало. Жалоба открыта снова.
complaint-answer-half = ⏳ Жалоба №{ $number }, { $name }: половина срока прошла, а покупателю ещё не написали. Обещали { $by }.
complaint-answer-due = ⏰ Жалоба №{ $number }, { $name }: пора написать покупателю, срок вышел.
complaint-answer-over = 🔴 Жалоба №{ $number }, { $name }: покупателю обещали ответ и до сих пор не написали.
complaint-decide-half = ⏳ Жалоба №{ $number }, { $name }: половина срока прошла. Решение обещали { $by }.
complaint-decide-due = ⏰ Жалоба №{ $number }, { $name }: пора решить, срок вышел.
complaint-decide-over = 🔴 Жалоба №{ $number }, { $name }: срок решения прошёл, исхода нет.
ticket-complaint-answer = 🔴 Жалоба: написать { $by }. Занимается { $name }
ticket-complaint-decide = 🔴 Жалоба: решить { $by }. Занимается { $name }
ticket-complaint-closed = Жалоба закрыта: { $outcome }
