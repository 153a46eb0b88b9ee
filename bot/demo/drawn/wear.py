"""What a rider wears and carries."""

from bot.demo.drawn.pen import INK, LIGHT, STEEL, Pen, shaded

WHITE = "#ffffff"


def helmet(pen: Pen, colour: str) -> None:
    """A helmet with air slits and straps."""
    pen.shadow((400, 120), (430, 32))
    pen.line([(290, 270), (370, 150), (500, 262)], INK, 7)
    pen.disc((370, 152), 12, STEEL)
    dome = [(205, 280), (215, 350), (260, 425), (340, 470), (430, 470), (520, 430), (585, 360)]
    pen.shape([*dome, (610, 285), (520, 262), (300, 258)], colour, 16)
    pen.shape([(205, 280), (300, 258), (520, 262), (610, 285), (590, 252), (220, 246)], INK, 8)
    for left, right, height in ((270, 330, 0), (365, 420, 18), (455, 515, 0)):
        middle = (left + right) / 2
        pen.shape(
            [(left, 320), (middle - 6, 425 + height), (middle + 12, 425 + height), (right, 320)],
            shaded(colour, -0.35),
            6,
        )


def jersey(pen: Pen, colour: str) -> None:
    """A short-sleeved jersey with a zip and a stripe."""
    body = [(300, 120), (500, 120), (505, 400), (560, 330), (620, 370), (540, 490), (460, 520)]
    pen.shape([*body, (340, 520), (260, 490), (180, 370), (240, 330), (295, 400)], colour, 14)
    pen.shape([(340, 520), (400, 488), (460, 520), (430, 532), (370, 532)], shaded(colour, -0.3))
    pen.shape([(300, 250), (500, 250), (501, 300), (299, 300)], WHITE)
    pen.line([(400, 490), (400, 330)], shaded(colour, -0.4), 4)


def gloves(pen: Pen, colour: str) -> None:
    """A pair of gloves without finger tips."""
    for left in (170, 430):
        pen.box((left, 130), (170, 210), colour, 30)
        for finger in range(4):
            pen.box((left + 2 + finger * 42, 300), (38, 120), shaded(colour, -0.06 * finger), 16)
        pen.line([(left + 168, 230), (left + 212, 320)], colour, 42)
        pen.box((left, 118), (170, 44), INK, 10)
        pen.box((left + 40, 200), (92, 70), shaded(colour, -0.3), 20)


def glasses(pen: Pen, colour: str) -> None:
    """Sport glasses."""
    pen.shadow((400, 210), (460, 26))
    for side in (-1, 1):
        pen.line([(400 + side * 230, 330), (400 + side * 262, 300)], INK, 14)
        lens = [(12, 362), (226, 358), (212, 290), (140, 246), (44, 262)]
        pen.shape([(400 + side * x, y) for x, y in lens], colour, 18)
        gleam = [(60, 344), (104, 344), (84, 284), (58, 296)]
        pen.shape([(400 + side * x, y) for x, y in gleam], shaded(colour, 0.35))
    pen.line([(176, 368), (400, 380), (624, 368)], INK, 15)


def backpack(pen: Pen, colour: str) -> None:
    """A backpack."""
    pen.shadow((400, 92), (360, 30))
    pen.arc((400, 500), (90, 80), (0, 180), INK, 12)
    pen.box((250, 100), (300, 410), colour, 90)
    pen.box((225, 140), (60, 200), shaded(colour, -0.18), 26)
    pen.box((515, 140), (60, 200), shaded(colour, -0.18), 26)
    pen.box((285, 130), (230, 150), shaded(colour, -0.25), 30)
    pen.line([(300, 250), (500, 250)], LIGHT, 4)
    pen.line([(290, 380), (510, 380)], shaded(colour, -0.35), 5)
    pen.box((366, 420), (68, 26), WHITE, 8)


def pannier(pen: Pen, colour: str) -> None:
    """A bag that hangs on a rack."""
    pen.shadow((400, 100), (330, 30))
    pen.line([(270, 478), (530, 478)], STEEL, 10)
    for hook in (320, 480):
        pen.line([(hook, 478), (hook, 440)], INK, 12)
    pen.shape([(265, 440), (535, 440), (560, 130), (240, 130)], colour, 30)
    pen.shape([(255, 450), (545, 450), (548, 350), (252, 350)], shaded(colour, -0.22), 18)
    for strap in (330, 470):
        pen.line([(strap, 430), (strap, 230)], INK, 9)
        pen.box((strap - 20, 285), (40, 26), LIGHT, 6)
    pen.box((365, 190), (70, 26), WHITE, 8)


def bottle(pen: Pen, colour: str) -> None:
    """A water bottle."""
    pen.shadow((400, 88), (210, 26))
    pen.box((320, 90), (160, 330), colour, 30)
    pen.box((320, 250), (160, 46), shaded(colour, -0.25), 4)
    pen.box((336, 405), (128, 56), INK, 14)
    pen.box((372, 450), (56, 54), LIGHT, 14)
    pen.line([(350, 140), (350, 230)], shaded(colour, 0.5), 10)


def child_seat(pen: Pen, colour: str) -> None:
    """A seat for a child."""
    pen.shadow((400, 96), (300, 28))
    pen.line([(330, 170), (250, 130)], STEEL, 14)
    pen.shape([(300, 180), (330, 520), (395, 530), (410, 250), (520, 235), (525, 180)], colour, 26)
    pen.shape([(340, 250), (352, 490), (384, 492), (390, 250)], shaded(colour, -0.3), 10)
    pen.line([(500, 200), (540, 110)], colour, 22)
    pen.line([(505, 112), (575, 112)], INK, 16)
    pen.line([(356, 430), (420, 300), (470, 250)], INK, 9)
    pen.disc((420, 300), 14, "#e14b4b")
