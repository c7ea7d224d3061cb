"""Watched folders: what lands in them comes into the library by itself, and a log tells of it.

What, why: a file is taken when it has settled, which no notice of the system tells; so a folder is
looked through again and again, and a notice only says that it is time to. Which files were taken
is remembered by path, size and time, over restarts: nothing is read twice, and an article that the
person put in the trash stays there. Nothing here deletes, moves or writes in a watched folder.

``looking`` lists a folder, ``settling`` says which files are ready, ``remembering`` knows those
that were taken, ``taking`` brings them in, ``logbook`` tells of it, ``folders`` is what is watched.
Which folders are watched belongs to this machine and to one library: it lies beside the settings.
None of it knows a clock or a window of its own.
"""
