/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbSection:
 *
 * What the sections of the main window have in common. Each brings its own header bar.
 *
 * Properties "services" (WbServices, construct only; there from "constructed" on), "sidebar-button" (gboolean: whether the
 * header shows the button that leads back to the sidebar, action "win.show-sidebar").
 */
#define WB_TYPE_SECTION (wb_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (WbSection, wb_section, WB, SECTION, AdwBin)

struct _WbSectionClass
{
  AdwBinClass parent_class;
};

/* (transfer none) (nullable): NULL while the instance is being made. */
WbServices  *wb_section_get_services       (WbSection *self);
/* Two of them, as every section asks for them all the time. (transfer none); not while the instance is being made. */
WbLibrary   *wb_section_get_library        (WbSection *self);
WbUserStore *wb_section_get_store          (WbSection *self);
gboolean     wb_section_get_sidebar_button (WbSection *self);

G_END_DECLS
