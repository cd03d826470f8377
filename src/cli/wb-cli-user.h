/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"
#include "wb-library.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/*
 * What the commands share that work with the user's own data.
 */

/* The option that names it; @path: char *. */
#define WB_CLI_USER_DATA_OPTION(path) \
  { "user-data", 0, 0, G_OPTION_ARG_FILENAME, (path), N_("Use this file in place of the one of the user"), N_("FILE") }

/* The data in @path (nullable: that of the user); where there is none yet it is made when @create says so. NULL, with the reason on
 * stderr, when it cannot be had. (transfer full) (nullable) */
WbUserStore *wb_cli_user_open (const char *path,
                               gboolean    create);

/* The same, but NULL in @store (nullable) (transfer full), and no word about it, where the user has none yet. */
gboolean     wb_cli_user_open_if_there (const char   *path,
                                        WbUserStore **store);
/* @document, which it takes, on the user's letterhead if there is one. @store: (nullable) for none. (transfer full) */
WbDocument  *wb_cli_user_put_on_stationery (WbUserStore *store,
                                            WbLibrary   *library,
                                            WbDocument  *document);

G_END_DECLS
