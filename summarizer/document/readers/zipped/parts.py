"""The parts of an archive are unpacked one by one, each up to a bound, whatever the archive says of their size.

Parts(data).read("word/document.xml")  ->  b"<?xml …"
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Final

from summarizer.errors import InputError

# A part of text is smaller by far: the longest novel is 10 MB of XML. An archive of a megabyte can be made that unpacks
# to a gigabyte; it is given up here after so many bytes.
MOST_PART: Final = 64 * 1024 * 1024
MOST_ALL: Final = 256 * 1024 * 1024
_MOST_PARTS: Final = 20_000
_TOO_LARGE: Final = "it unpacks to more than {size} MB, which no document does; save it anew, or give its text"


class Parts:
    """The parts of an archive by their names.

    Raises:
        InputError: it is damaged, or has more parts than any document.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = tuple(self._archive.namelist())
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError) as error:
            raise InputError("it is damaged: its archive cannot be read; save or download it again") from error
        if len(self.names) > _MOST_PARTS:
            raise InputError(f"it has {len(self.names)} parts, and no document has more than {_MOST_PARTS}")
        self._unpacked = 0

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            InputError: there is no such part, it is damaged, encrypted, or too large.
        """
        most = min(MOST_PART, MOST_ALL - self._unpacked)
        try:
            with self._archive.open(name) as part:
                data = part.read(most + 1)
        except KeyError as error:
            raise InputError(f"it is damaged: it has no part {name!r}; save or download it again") from error
        except RuntimeError as error:  # what zipfile says of a password
            raise InputError("it is encrypted; save it without a password, and give that") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
            raise InputError(
                f"it is damaged: its part {name!r} cannot be unpacked; save or download it again"
            ) from error
        if len(data) > most:
            raise InputError(_TOO_LARGE.format(size=(MOST_PART if most == MOST_PART else MOST_ALL) // 2**20))
        self._unpacked += len(data)
        return data


def beside(part: str, target: str) -> str:
    """The name of a part that another names: `beside("OEBPS/a.opf", "text/1.xhtml") == "OEBPS/text/1.xhtml"`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target)).lstrip("/")
