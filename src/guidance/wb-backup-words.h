/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-backup.h"

G_BEGIN_DECLS

/* How the project as it is now differs from the copy: "12 changes since then". Translated. (transfer full) */
char *wb_backup_to_words (const WbBackup *backup) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
