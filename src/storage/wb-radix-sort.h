/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorts @n values by their keys, the smallest first; equals stay as they are. Both arrays come out in order. A hundred thousand take
 * a millisecond or two, which comparing them one with another does not. */
void wb_radix_sort (guint64 *keys,
                    guint32 *values,
                    guint    n);

G_END_DECLS
