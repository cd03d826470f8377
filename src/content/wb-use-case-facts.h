/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-item.h"

G_BEGIN_DECLS

/* What is known of a use case, by name: "" is its title, "summary" its summary; its facts by their labels, its sections by their headings, as
 * plain text with one line a paragraph. For wb_prefill_propose(). (transfer full) */
GHashTable *wb_use_case_facts_read (WbItem *use_case) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
