/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/* Puts the file of the project @recent into the trash and takes the project off the list; @toasts offers the way back. A project that is open is saved and
 * closed before. Where there is no trash, it is asked whether the file may be deleted for good; otherwise nothing is. Faults are shown on top of the window of
 * @toasts. */
void wb_project_delete (AdwToastOverlay       *toasts,
                        WbServices            *services,
                        const WbRecentProject *recent);

G_END_DECLS
