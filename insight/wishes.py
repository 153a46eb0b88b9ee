"""Whether a sentence wishes for what a shop does not have: signs of its words, and its meaning.

Signs come first, for they cost nothing: a sentence without one is not read any further. The vector
of the sentence then decides between those that wish and those that only sound like it, by a ridge
regression on a few examples; without vectors the strong signs alone decide.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
SMOOTH = 1.0
MOST = 400

_RU = (
    r"хот(?:елось|ел|ела|ели|ят|ится) бы|хотим|хот[её]лось|хочется|мечта|вот бы|было бы|"
    r"хорошо бы|неплохо бы|не помешал|не хватает|жаль|жалко|обидно|а зря|почему (?:у вас )?н[еи]т?|"
    r"почему (?:бы )?вы не|планиру|собираетесь|появ[ия]т|когда-нибудь|начн[её]те|начните|"
    r"введ[её]те|"
    r"введите|добавьте|добавить|сделайте|сделали бы|заведите|завести|завоз|привоз|привез[её]те|"
    r"предлага|если бы|нам бы|пусть|ждём|ждем|жду, когда|нужн[аоы]? (?:возможн|прокат)|вам стоит|"
    r"людям нуж|может, |а будет ли|будете|будут ли|не наш[её]л|неудобно|я бы купил|я бы взял"
)
_EN = (
    r"\bwish\b|would (?:be|love|like)|i'd (?:love|like|really like)|it'?s (?:a pity|sad)|pity|"
    r"shame|"
    r"too bad|sadly|if only|hop(?:e|ing)|plans?\b|any chance|when (?:will|are) you|will you|"
    r"are you (?:ever )?going|should|need|please (?:add|start|bring|sell|offer|introduce)|"
    r"can you (?:please )?(?:bring|introduce|add|start)|could (?:you|really)|why (?:don't|"
    r"is there no)|"
    r"missing|miss a|suggest|consider|looking forward|looking for|would you think"
)
SIGN = re.compile(f"{_RU}|{_EN}", re.I)
_STRONG_RU = (
    r"вот бы|мечтаю|жаль, что (?:вы |у вас )?(?:нет|не )|хот\w+ бы видеть|предлагаю (?:сделать|"
    r"добав)|"
    r"планируете (?:ли )?(?:завоз|привоз|откры)|когда(?: уже)? (?:у вас )?появятся|"
    r"почему вы не прода"
)
_STRONG_EN = (
    r"i wish you|wish there (?:was|were)|would (?:be great|be nice|love it) if you|"
    r"if only (?:you|there)|"
    r"please start selling|shame you don't|pity you don't|do you plan to (?:stock|sell|carry)"
)
STRONG = re.compile(f"{_STRONG_RU}|{_STRONG_EN}", re.I)
# What is about one's own order, and what is about what the shop has: hints beside the vector.
OWN = re.compile(
    r"\bмо[йяеёию]\w*|заказ|возврат|верн|курьер|посылк|деньг|сч[её]т|чек\b|адрес|перезвон|"
    r"созвон|позвон|помен|отмен|отлож|ответ|статус|узнать|завтра|сегодня|пятниц|выходн|\bmy\b|"
    r"order\b|"
    r"parcel|refund|return|invoice|courier|call me|cancel|tomorrow|today|friday|money|charged|"
    r"answer|"
    r"\bphone|reply|track|cart|hear from|speak|know\b|size\b",
    re.I,
)
SHOPS = re.compile(
    r"у вас|вы не|ассортимент|каталог|прода|завоз|привоз|привез|откры(?:ть|лись)|появи|запчаст|"
    r"добавьте"
    r" (?!к|мне)|прокат|рассрочк|скидку для|подписк|карт[ыу]|пункт|самовывоз|доставк. (?:в|по|"
    r"за|на|до)|"
    r"you (?:had|sold|sell|ever|stock|carry|deliver|open|offer|ship|don't|have no)|plans to|"
    r"start selling|"
    r"\bstock\b|carry|sell\b|selling|offer|introduce|range|catalogue|more\b|option|to get more|"
    r"shop in",
    re.I,
)
HINT = 0.5
SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")


def candidates(text: str) -> list[str]:
    """Sentences of a text that bear a sign, MOST letters each."""
    found = (one.strip()[:MOST] for one in SENTENCE.findall(text[: 10 * MOST]))
    return [one for one in found if SIGN.search(_plain(one))]


def _plain(sentence: str) -> str:
    return sentence.replace("’", "'")


def is_plain(sentence: str) -> bool:
    """Whether its words alone say that it wishes."""
    return STRONG.search(_plain(sentence)) is not None


def hinted(vectors: Vectors, sentences: Sequence[str]) -> Vectors:
    """Vectors with what the words hint; shape (n, dimensions + 3)."""
    hints = [
        [HINT * bool(sign.search(_plain(one))) for sign in (OWN, SHOPS, STRONG)]
        for one in sentences
    ]
    given = np.array(hints, np.float32).reshape(len(sentences), 3)
    return np.hstack((vectors, given)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class WishSense:
    """What examples taught: a direction in the vectors' space, and where it is cut."""

    weights: NDArray[np.float64]
    middle: NDArray[np.float64]
    limit: float

    def says(self, vectors: Vectors) -> NDArray[np.bool_]:
        """Whether each wishes; `vectors`: shape (n, dimensions)."""
        found: NDArray[np.bool_] = self.scores(vectors) > self.limit
        return found

    def scores(self, vectors: Vectors) -> NDArray[np.float64]:
        """About 1 for a wish, -1 for none; shape (n,)."""
        found: NDArray[np.float64] = (vectors - self.middle) @ self.weights
        return found


def learn(vectors: Vectors, wishes: Sequence[bool], limit: float) -> WishSense:
    """Ridge regression; `vectors`: shape (n, dimensions), `wishes`: n labels."""
    middle = vectors.mean(axis=0, dtype=np.float64)
    centred = vectors.astype(np.float64) - middle
    wanted = np.where(np.array(wishes), 1.0, -1.0)
    weighed = np.linalg.solve(centred @ centred.T + SMOOTH * np.eye(len(centred)), wanted)
    return WishSense(centred.T @ weighed, middle, limit)
