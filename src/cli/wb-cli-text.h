/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"

G_BEGIN_DECLS

/* A document as plain text for a terminal, @width columns wide; only words that are longer by themselves stick out. Ends
 * with a line break. (transfer full) */
char *wb_cli_text_render (const WbBlock *document,
                          guint          width);
/* @title underlined, and @kind below it. (transfer full) */
char *wb_cli_text_title  (const char    *title,
                          const char    *kind,
                          guint          width);
/* (transfer full) */
char *wb_cli_text_wrap   (const char    *text,
                          guint          width);

G_END_DECLS
