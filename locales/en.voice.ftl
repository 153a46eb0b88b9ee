### What customers say of the shop: surveys, complaints, wishes, reports.

## Surveys
nps-ask =
    One question about the shop; you need not answer.
    How likely are you to recommend us to friends? 0 is certainly not, 10 is certainly.
ces-ask =
    One question about request №{ $number }; you need not answer.
    How easy was it to get an answer? 1 is very hard, 5 is very easy.
survey-thanks = Thank you! Your answer: { $score } out of { $most }.
survey-commented = Thank you! Your answer: { $score } out of { $most }. We have your words too.
button-survey-why = Name the main reason
survey-why-ask = What is the main reason for your score? Your next message will be the answer.
comment-needs-words = Please put it into words: that way it is sure to be read.
