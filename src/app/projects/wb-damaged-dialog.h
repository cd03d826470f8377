/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-services.h"

G_BEGIN_DECLS

/* Says over @parent that the project at @path could not be opened, with @error's sentence, and offers what helps where the file is
 * damaged: to save what can be read to a new file, which is opened then ("win.open-project"), and the copies that were kept
 * ("win.show-backups"). */
void wb_damaged_dialog_show (GtkWindow    *parent,
                             WbServices   *services,
                             const char   *path,
                             const GError *error);

G_END_DECLS
