/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-plan-page.h"
#include "dites-window.h"
#include "test-ui.h"

/* Lists on their way into a window. */

/* Somebody known under another address, somebody known, somebody new, and nobody. */
static const char mixed[] =
  "NOM;PRENOM;MAIL;TEL;GROUPE;IBAN\r\n"
  "FICTIF;CAMILLE;c.fictif@autre.invalid;;A;FR76\r\n"
  "BIDON;ALIX;alix.bidon@exemple.invalid;06 39 98 00 33;A;FR76\r\n"
  "FABLE;ZOE;zoe.fable@exemple.invalid;;B;FR76\r\n"
  ";;;;B;\r\n";

static inline GFile *
new_file (Ui         *ui,
          const char *name,
          const char *content,
          gssize      length)
{
  g_autofree char *path = g_build_filename (ui->desk.directory, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return g_file_new_for_path (path);
}

static inline GtkWidget *
present (Ui *ui)
{
  DitesWindow *window = dites_window_new (NULL, ui->desk.store, ui->settings);

  ui_present (ui, GTK_WIDGET (window));

  return GTK_WIDGET (window);
}

static inline GtkWidget *
present_list (Ui         *ui,
              const char *name,
              const char *content)
{
  GtkWidget *window = present (ui);
  g_autoptr (GFile) file = new_file (ui, name, content, -1);

  dites_window_import (DITES_WINDOW (window), &file, 1);

  return window;
}

static inline GtkWidget *
get_import_button (GtkWidget *window)
{
  return ui_get (ui_get (window, DITES_TYPE_PLAN_PAGE, NULL), GTK_TYPE_BUTTON, "Import");
}

static inline void
press_import (GtkWidget *window)
{
  ui_wait_for (gtk_widget_is_sensitive (get_import_button (window)));
  ui_press (get_import_button (window));
}

static inline gboolean
is_plan_shown (GtkWidget *window)
{
  return ui_find (window, DITES_TYPE_PLAN_PAGE, NULL) != NULL;
}
