/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-list-page-private.h"
#include "dites-store-find.h"

/* Where a search that finds nothing here does find something: among the documents of other
 * kinds, each with a button that goes there. */

/* So many documents are looked at; where there are more, it is not said how many. */
#define MAX_FOUND 100

/* Kinds that are offered, those with the most documents first. */
#define MAX_KINDS 3

typedef struct
{
  const DitesKind *kind;
  guint            n;
} Place;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  return (first->n < second->n) - (first->n > second->n);
}

static GArray *
count_by_kind (GPtrArray *found)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));

  for (guint i = 0; i < found->len; i++)
    {
      const DitesKind *kind = ((DitesFound *) found->pdata[i])->kind;
      guint            j = 0;

      while (j < places->len && g_array_index (places, Place, j).kind != kind)
        j++;
      if (j == places->len)
        {
          Place place = { kind, 0 };

          g_array_append_val (places, place);
        }
      g_array_index (places, Place, j).n++;
    }
  g_array_sort (places, compare);

  return places;
}

static void
go_cb (DitesListPage *self,
       GtkWidget     *button)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "kind");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-kind", "(ss)", kind, self->search);
}

static void
add_button (DitesListPage *self,
            const Place   *place,
            const char    *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) place->kind->name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->elsewhere_box, button);
}

static void
stop (DitesListPage *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
forget (DitesListPage *self)
{
  GtkWidget *child;

  stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->elsewhere_box))) != NULL)
    gtk_box_remove (self->elsewhere_box, child);
  adw_status_page_set_description (self->nothing_page, _("Fewer words or fewer filters may find more."));
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesListPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = dites_store_find_finish (DITES_STORE (object), result, &error);
  g_autoptr (GArray) places = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->looking);
  if (found == NULL)
    g_debug ("Cannot search elsewhere: %s", error->message);
  if (found == NULL || found->len == 0)
    return;

  places = count_by_kind (found);
  adw_status_page_set_description (self->nothing_page, _("These words are found elsewhere:"));
  g_string_assign (told, _("These words are found elsewhere:"));
  for (guint i = 0; i < MIN (places->len, MAX_KINDS); i++)
    {
      const Place     *place = &g_array_index (places, Place, i);
      g_autofree char *label = found->len < MAX_FOUND ? dites_kind_dup_count (place->kind, place->n)
                                                      : g_strdup (dites_kind_get_plural (place->kind));

      add_button (self, place, label);
      g_string_append_printf (told, " %s", label);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), told->str, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * dites_list_page_look_elsewhere:
 * @self: a page whose search finds nothing
 *
 * Private to the page: finds out where else the words are, and offers to go there.
 */
void
dites_list_page_look_elsewhere (DitesListPage *self)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  const DitesKind *const *kinds;
  guint                   n_kinds;

  if (g_strcmp0 (self->looked_for, self->search) == 0)
    return;

  forget (self);
  g_set_str (&self->looked_for, self->search);
  if (self->search == NULL || *self->search == '\0')
    return;

  kinds = dites_kind_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i] != self->kind && !kinds[i]->single)
      g_strv_builder_add (others, kinds[i]->name);
  names = g_strv_builder_end (others);
  self->looking = g_cancellable_new ();
  dites_store_find_async (self->store, (const char *const *) names, self->search, MAX_FOUND, self->looking, found_cb, g_object_ref (self));
}

/**
 * dites_list_page_stop_looking:
 * @self: a page
 *
 * Private to the page: there are rows, or the page goes; what is elsewhere does not matter.
 */
void
dites_list_page_stop_looking (DitesListPage *self)
{
  stop (self);
  g_clear_pointer (&self->looked_for, g_free);
}
