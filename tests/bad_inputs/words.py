"""Small articles in several scripts, written for these inputs."""

from __future__ import annotations

ENGLISH = """The Night Bell of Cape Selby Is Heard Again

The bell had hung silent for eleven winters, and nobody in the harbour could say who held the key.

On Tuesday evening it rang twice. The keeper, who is eighty, said that he had only leaned on it.
"""

SPANISH = """La campana del cabo vuelve a sonar después de once años

La campana llevaba once inviernos en silencio, y en el puerto nadie sabía quién tenía la llave.

El martes por la noche sonó dos veces. El señor Muñoz, que cumplirá ochenta años mañana, dijo que \
sólo se había apoyado en ella. «¿Quién no se cansa?», preguntó.
"""

QUOTED = """The Keeper’s “Small” Mistake

“I only leaned on it,” he said – and smiled… The harbour’s clerk wrote it down at nine o’clock.

The paper that he signed names a sum of €40, and a second one says that it was “never asked for”.
"""

RUSSIAN = """Колокол на мысе зазвонил снова

Колокол молчал одиннадцать зим, и никто в гавани не знал, у кого хранится ключ от башни.

Во вторник вечером он прозвонил дважды. Смотритель, которому восемьдесят лет, сказал, что только \
прислонился к нему.
"""

CHINESE = """海角的钟声再次响起

这口钟沉默了十一个冬天，港口里没有人知道钥匙在谁的手里。

星期二晚上，钟响了两次。今年八十岁的看守人说，他只是靠在上面休息了一会儿。
"""

TRADITIONAL = """海角的鐘聲再次響起

這口鐘沉默了十一個冬天，港口裡沒有人知道鑰匙在誰的手裡。

星期二晚上，鐘響了兩次。今年八十歲的看守人說，他只是靠在上面休息了一會兒。
"""

JAPANESE = """岬の鐘がふたたび鳴る

その鐘は十一年のあいだ黙っていた。港では誰が鍵を持っているのか、だれも知らなかった。

火曜日の夜、鐘は二度鳴った。八十歳になる番人は、ただ寄りかかっただけだと話した。
"""

KOREAN = """곶의 종이 다시 울리다

그 종은 열한 번의 겨울 동안 침묵했고, 항구에서는 누가 열쇠를 가지고 있는지 아무도 몰랐다.

화요일 저녁에 종이 두 번 울렸다. 여든 살의 관리인은 그저 기대었을 뿐이라고 말했다.
"""


def page(body: str, head: str = "<title>The Night Bell</title>") -> str:
    """Return a page with this mark-up in it."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def story_page(extra: str = "", head: str = "<title>The Night Bell</title>") -> str:
    """Return a page with the English article and some mark-up more inside of it."""
    headline, first, second = (one.strip() for one in ENGLISH.split("\n\n"))
    article = f"<article><h1>{headline}</h1><p>{first}</p>{extra}<p>{second}</p></article>"
    return page(article, head)


FIRST = ENGLISH.split("\n\n")[1].strip()
SECOND = ENGLISH.split("\n\n")[2].strip()
"""The paragraphs of the English article."""
