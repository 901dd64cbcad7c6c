/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-toggles.h"

/**
 * dites_toggles_say_once:
 * @toggles: toggles whose tooltips are their names again
 *
 * Has a screen reader say only the names.
 */
void
dites_toggles_say_once (AdwToggleGroup *toggles)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (toggles)); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
}
