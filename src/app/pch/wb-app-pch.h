/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of this room includes, parsed once: it is most of the time that compiling takes. Only with -Db_pch=true; every
 * file includes what it needs all the same. */
#include <adwaita.h>
