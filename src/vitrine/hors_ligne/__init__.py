"""The offline copy: a built site whose links open from a disk, in one archive for a USB stick or a school's server."""
