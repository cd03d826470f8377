/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-project-seed.h"

G_BEGIN_DECLS

/* A list of what goes from one project into another, with a tick for each that sets its flag "keep". @seed must outlive it. (transfer floating) */
GtkWidget *wb_carried_list_new (WbSeed *seed);

G_END_DECLS
