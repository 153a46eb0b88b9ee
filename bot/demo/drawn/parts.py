"""Parts, tools and what makes a ride safer."""

from bot.demo.drawn.pen import INK, LIGHT, STEEL, Pen, between, shaded, turned


def light(pen: Pen, colour: str) -> None:
    """A lamp with its beam."""
    pen.shape([(430, 350), (770, 470), (770, 130), (430, 270)], "#fff3c455")
    pen.shape([(430, 335), (700, 405), (700, 205), (430, 285)], "#ffe89a66")
    pen.box((190, 235), (200, 150), INK, 34)
    pen.box((370, 222), (66, 176), shaded(colour, -0.1), 20)
    pen.box((424, 240), (24, 140), "#fff6d6", 10)
    pen.box((250, 372), (60, 22), colour, 8)
    pen.line([(270, 235), (270, 165)], STEEL, 20)
    pen.ring((270, 140), 36, INK, 14)


def lock(pen: Pen, colour: str) -> None:
    """A U-lock with its key."""
    pen.shadow((400, 110), (330, 28))
    pen.line([(290, 200), (290, 390)], STEEL, 30)
    pen.line([(510, 200), (510, 390)], STEEL, 30)
    pen.arc((400, 390), (220, 220), (0, 180), STEEL, 30)
    pen.box((240, 130), (320, 100), colour, 26)
    pen.disc((400, 180), 26, shaded(colour, -0.4))
    pen.line([(400, 180), (400, 166)], LIGHT, 8)
    pen.ring((640, 250), 30, "#d8a93a", 12)
    pen.line([(640, 218), (640, 140), (662, 140)], "#d8a93a", 11)


def pump(pen: Pen, colour: str) -> None:
    """A floor pump with a gauge."""
    pen.shadow((400, 78), (320, 28))
    pen.line([(425, 150), (560, 210), (560, 380), (500, 430)], INK, 9)
    pen.box((320, 80), (160, 34), INK, 12)
    pen.box((368, 100), (64, 310), colour, 14)
    pen.line([(400, 410), (400, 500)], STEEL, 12)
    pen.line([(310, 506), (490, 506)], INK, 24)
    pen.disc((400, 170), 46, LIGHT)
    pen.ring((400, 170), 46, INK, 6)
    pen.line([(400, 170), turned((400, 170), 32, 55)], "#e14b4b", 4)


def bell(pen: Pen, colour: str) -> None:
    """A bell on a piece of handlebar."""
    pen.line([(140, 190), (660, 190)], INK, 34)
    pen.box((350, 172), (100, 54), STEEL, 14)
    pen.shape([(270, 250), (285, 330), (340, 395), (460, 395), (515, 330), (530, 250)], colour, 20)
    pen.line([(258, 240), (542, 240)], shaded(colour, -0.3), 16)
    pen.disc((400, 408), 18, shaded(colour, -0.3))
    pen.line([(330, 350), (360, 375)], shaded(colour, 0.6), 9)
    pen.line([(535, 215), (600, 250)], STEEL, 12)


def tyre(pen: Pen, colour: str) -> None:
    """A tyre with its tread."""
    pen.shadow((400, 78), (330, 28))
    pen.ring((400, 305), 190, INK, 44)
    for spot in range(0, 360, 9):
        pen.line([turned((400, 305), 206, spot), turned((400, 305), 218, spot + 3)], "#4a5665", 7)
    pen.ring((400, 305), 168, colour, 8)
    pen.word("28 × 1.75", (400, 305), 20, STEEL)


def tube(pen: Pen, colour: str) -> None:
    """An inner tube with its valve."""
    pen.ring((380, 300), 150, INK, 30)
    pen.ring((430, 285), 140, shaded(INK, 0.15), 30)
    pen.line([(400, 150), (400, 92)], STEEL, 12)
    pen.line([(400, 110), (400, 84)], colour, 16)


def wheel(pen: Pen, colour: str) -> None:
    """A wheel without its tyre."""
    hub = (400.0, 300.0)
    for spoke in range(0, 360, 12):
        pen.line([turned(hub, 20, spoke + 40), turned(hub, 190, spoke)], "#9aa6b2", 1.6)
    pen.ring(hub, 196, INK, 18)
    pen.ring(hub, 184, colour, 6)
    pen.disc(hub, 26, INK)
    pen.disc(hub, 11, STEEL)


def chain(pen: Pen, colour: str) -> None:
    """A chain, link by link."""
    centre = (400.0, 300.0)
    for step in range(0, 360, 12):
        at = turned(centre, 165, step)
        after = turned(centre, 165, step + 12)
        pen.line([at, after], STEEL if step % 24 else colour, 20)
    for step in range(0, 360, 12):
        pen.disc(turned(centre, 165, step), 7, INK)


def pedals(pen: Pen, colour: str) -> None:
    """A pair of pedals."""
    for left, low in ((150, 300), (420, 150)):
        pen.box((left, low), (230, 120), INK, 26)
        pen.box((left + 34, low + 30), (162, 60), shaded(colour, -0.05), 14)
        pen.line([(left + 230, low + 60), (left + 276, low + 60)], STEEL, 18)
        for pin in (60, 115, 170):
            pen.disc((left + pin, low + 104), 6, LIGHT)
            pen.disc((left + pin, low + 16), 6, LIGHT)


def saddle(pen: Pen, colour: str) -> None:
    """A saddle seen from the side."""
    pen.shadow((400, 150), (380, 26))
    pen.shape([(180, 360), (205, 420), (330, 385), (600, 372), (640, 340), (400, 318)], colour, 30)
    pen.line([(250, 330), (330, 235), (480, 235), (590, 335)], STEEL, 9)
    pen.line([(400, 235), (395, 165)], INK, 30)
    pen.line([(240, 398), (330, 376)], shaded(colour, 0.35), 7)


def tools(pen: Pen, colour: str) -> None:
    """A folding tool with its keys out."""
    pen.shadow((400, 120), (380, 26))
    for angle, length in ((62, 210), (88, 240), (114, 200), (140, 170)):
        end = turned((400, 230), length, angle)
        pen.line([(400, 230), end], STEEL, 15)
        pen.line([between((400, 230), end, 0.86), end], INK, 15)
    pen.box((230, 150), (340, 110), colour, 44)
    pen.disc((285, 205), 20, shaded(colour, -0.4))
    pen.disc((515, 205), 20, shaded(colour, -0.4))


def oil(pen: Pen, colour: str) -> None:
    """A bottle of chain oil and its drop."""
    pen.shadow((380, 88), (230, 26))
    pen.box((300, 90), (170, 260), colour, 26)
    pen.shape([(330, 345), (440, 345), (410, 430), (362, 430)], shaded(colour, -0.2), 8)
    pen.shape([(374, 425), (398, 425), (392, 520), (380, 520)], INK, 6)
    pen.box((322, 150), (126, 110), "#ffffff", 12)
    pen.word("OIL", (385, 205), 24, shaded(colour, -0.4))
    pen.disc((560, 220), 30, "#e8b93a")
    pen.shape([(532, 232), (560, 300), (588, 232)], "#e8b93a", 4)


def computer(pen: Pen, colour: str) -> None:
    """A small computer that shows the speed."""
    pen.line([(130, 165), (670, 165)], INK, 30)
    pen.box((270, 170), (260, 320), INK, 46)
    pen.box((296, 236), (208, 220), "#d7e6d2", 16)
    pen.word("24.7", (400, 372), 44, INK)
    pen.word("km/h", (400, 300), 18, "#5b6b5a")
    pen.box((340, 186), (120, 30), colour, 12)


def rack(pen: Pen, colour: str) -> None:
    """A luggage rack."""
    pen.line([(180, 400), (620, 400)], INK, 16)
    pen.line([(200, 372), (600, 372)], shaded(INK, 0.2), 10)
    for foot in (250, 400, 550):
        pen.line([(foot, 400), (400, 130)], INK, 10)
    pen.disc((400, 130), 16, STEEL)
    pen.box((610, 376), (40, 44), colour, 10)


def fenders(pen: Pen, colour: str) -> None:
    """A pair of mudguards."""
    for middle, ends in ((290, (60, 190)), (540, (20, 120))):
        pen.arc((middle, 240), (330, 330), ends, colour, 30)
        pen.arc((middle, 240), (330, 330), ends, shaded(colour, -0.25), 6)
        pen.line([(middle, 240), turned((middle, 240), 160, sum(ends) / 2)], STEEL, 6)


def stand(pen: Pen, colour: str) -> None:
    """A repair stand."""
    pen.shadow((400, 78), (360, 28))
    for foot in (250, 400, 550):
        pen.line([(400, 200), (foot, 84)], INK, 14)
    pen.line([(400, 160), (400, 500)], colour, 22)
    pen.line([(400, 490), (530, 520)], INK, 20)
    pen.box((520, 480), (90, 84), STEEL, 18)
    pen.box((552, 470), (28, 60), INK, 6)


def grips(pen: Pen, colour: str) -> None:
    """A pair of handlebar grips."""
    for low in (190, 340):
        pen.box((170, low), (460, 84), colour, 40)
        for ridge in range(220, 600, 30):
            pen.line([(ridge, low + 14), (ridge, low + 70)], shaded(colour, -0.3), 7)
        pen.box((150, low - 6), (36, 96), INK, 12)
