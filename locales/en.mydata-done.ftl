### An export of one’s own data in words: what was done, how it began.

own-about-gone = A question of the shop
own-verb =
    { $name ->
        [take] a colleague took the ticket
        [give_back] the ticket went back to the queue
        [hand_over] the ticket was handed to a colleague
        [transfer] the ticket was passed to another department
        [topic] the ticket’s topic was changed
        [call_in] a colleague was called in
        [note] a colleague left a note
        [pending] we waited for your answer
        [resume] work on the ticket went on
        [resolve] the ticket was resolved
        [reopen] the ticket was opened again
        [close_silent] the ticket was closed: there was no answer
        [overdue] the answer was late
        [ban] you were banned
        [unban] you were let in again
        [unsend] an answer was taken back
        [send_again] an answer was sent again
        [it_arrived] an answer was marked as arrived
        [review] a message’s topic was reviewed
        [review_undone] the review of a topic was undone
        [complaint_take] somebody took up the complaint
        [complaint_close] the complaint was decided
        [complaint_again] the complaint was opened again
        [wish] a wish was noted
        [wish_hide] an entry was taken out of the wishes
        [wish_state] a wish’s state was changed
        [wish_merge] like wishes were put together
        [wish_tell] people were told that a wish came true
        [own_export] you took your data along
        [erase] data was erased
        [erase_for] data was erased at a customer’s request
        [confirm] the order was confirmed
        [drop] the order was not placed
        [accept] the order was accepted
        [pack] the order was packed
        [ship] the order was shipped
        [deliver] the order was delivered
        [cancel] the order was cancelled
        [propose] a change of the order was proposed
        [change] the order was changed
        [decline] the change of the order was declined
        [withdraw] the proposed change was withdrawn
        [ask] a change or a cancellation was asked for
        [invoice] an invoice was sent
        [invoice_again] the invoice was sent again
        [invoice_arrived] the invoice was marked as arrived
        [paid] the order was paid
        [refund] money was paid back
        [remind] a reminder to confirm the order was sent
        [rate] you rated the order
        [comment] you commented on the order
        [giveback_asked] a return was asked for
        [giveback_withdrawn] the return was withdrawn
        [giveback_approve] the return was approved
        [giveback_refuse] the return was refused
        [giveback_receive] what was returned has arrived
        [giveback_finish] the return was finished
        [bind] a group was bound to a department
        [group_lost] a group was lost
        [group_migrated] a group changed its number
        [export] the shop’s data was exported
        [invite] a colleague was invited
        [join_staff] you joined the staff
        [first_admin] the first admin was named
        [set_role] a colleague’s role was changed
        [dismiss] a colleague was let go
        [queue-joined] a colleague joined a department
        [queue-left] a colleague left a department
        [duty_on] a colleague came on duty
        [duty_off] a colleague went off duty
        [rename] a colleague changed their signature
        [as-customer] a colleague used the bot as a customer
        [as-staff] a colleague used the bot as staff again
        [guide] product tips were added
        [topic_added] a topic was added
        [topic_renamed] a topic was renamed
        [topic_moved] a topic was moved to another department
        [topic_merged] topics were merged
        [topic_retired] a topic was retired
        [topic_brought_back] a topic was brought back
        [import_asked] an import of examples was asked for
        [import_stored] examples were imported
        [import_queued] examples went to review
        [import_dropped] an import of examples was dropped
        [import_undone] imported examples were taken out
        [retrain] a training was begun
        [retrain_stopped] a training was stopped
        [retrain_failed] a training failed
        [retrained] a model was trained
        [model_promoted] a model was put to work
        [model_promoted_by_itself] a model went to work by itself
        [model_declined] a model was declined
        [model_rolled_back] an earlier model was brought back
        [model_automatic] automatic promotion of models was switched
        [model_opened] a model was opened
        [model_registered] a model was added
        [model_broken] a model’s file is broken
        [feed_brought] a file of the catalogue was brought
        [feed_applying] a file of the catalogue is being applied
        [feed_applied] a file of the catalogue was applied
        [feed_dropped] a file of the catalogue was dropped
        [feed_failed] a file of the catalogue could not be applied
        [feed_export] the catalogue was exported
       *[other] something else was done
    }
own-cause =
    { $name ->
        [ticket_score] a low score of an answer
        [order_score] a low score of an order
        [product_score] a low score of a product
        [nps_score] you would not recommend us
        [ces_score] getting an answer was hard
        [words] you complained
        [topic] a colleague marked a complaint
       *[other] another cause
    }
