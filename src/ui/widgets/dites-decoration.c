/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-decoration.h"

/**
 * dites_decoration_new:
 * @icon_name: the name of an icon
 *
 * Returns: (transfer floating): a picture that says nothing that is not said in words beside
 *   it, and that a screen reader passes over
 */
GtkWidget *
dites_decoration_new (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}
