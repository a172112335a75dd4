"""Columns of texts and whole numbers in memory, as the batch functions of the C interface take them. No ctypes here."""
from array import array


def integers(values, typecode, typestr):
    """(address, length, writable) of whole numbers in one piece: an ``array`` of ``typecode`` or anything with NumPy's
    array interface of type ``typestr``. None for anything else."""
    if isinstance(values, array):
        address, length = values.buffer_info()
        return (address, length, True) if values.typecode == typecode else None
    interface = getattr(values, "__array_interface__", None)
    if interface is None or interface["typestr"] != typestr or interface.get("strides") is not None:
        return None
    address, read_only = interface["data"]
    return (address, interface["shape"][0], not read_only) if len(interface["shape"]) == 1 else None


class TextColumn:
    """Texts in Arrow's layout. ``texts``: a sequence of str (None: not stated), or a pair of UTF-8 bytes and int64 offsets
    (``array('q')`` or NumPy), of which nothing is copied but bytes that are not ``bytes``."""

    def __init__(self, texts):
        if isinstance(texts, tuple) and len(texts) == 2 and not isinstance(texts[0], str):
            self.bytes, self.offsets = bytes(texts[0]), texts[1]
        else:
            parts = [(text or "").encode("utf-8", "surrogatepass") for text in texts]
            self.bytes, self.offsets, end = b"".join(parts), array("q", [0]), 0
            for part in parts:
                end += len(part)
                self.offsets.append(end)
        place = integers(self.offsets, "q", "<i8")
        if place is None or place[1] == 0:
            raise ValueError("offsets: 連続した int64 が必要です / contiguous int64 needed")
        self.address, self.count = place[0], place[1] - 1
        # The offsets are the caller's: one beyond the bytes would be read beyond their end.
        if int(self.offsets[self.count]) > len(self.bytes):
            raise ValueError("offsets: バイト列の長さを超えています / beyond the bytes")


def target(values, typecode, typestr, count, name):
    """An array to write to, and its address: the caller's own, which has to fit exactly, or a new one."""
    if values is None:
        values = array(typecode, bytes(array(typecode).itemsize * count))
    place = integers(values, typecode, typestr)
    if place is None or place[1] != count or not place[2]:
        raise ValueError("{}: 書き込める連続した {} が {} 個必要です / {} writable contiguous {}".format(
            name, typestr[1:], count, count, typestr[1:]))
    return values, place[0]
