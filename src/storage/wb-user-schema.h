/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-schema.h"

G_BEGIN_DECLS

/* The format of user.db. */
extern const WbSchema wb_user_schema;

/* Keys of table "meta" in user.db. */
#define WB_USER_WELCOMED "welcomed"
#define WB_USER_LEARNER "learner" /* number of the one who learns now; without it the guest */

/* Sets how the file is written: many small changes, none of which makes anybody wait. */
gboolean wb_user_schema_prepare (WbConnection  *connection,
                                 GError       **error);

G_END_DECLS
