/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-schema.h"

G_BEGIN_DECLS

/* The format of library.db. A library is built anew, never upgraded in place. */
extern const WbSchema wb_library_schema;

G_END_DECLS
