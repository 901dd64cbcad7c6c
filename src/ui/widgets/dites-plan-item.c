/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-item.h"

#include <glib/gi18n.h>

#include "dites-plan-question.h"
#include "dites-plan-text.h"

/**
 * DitesPlanItem:
 *
 * One row of a list: what becomes of it, why, and what is asked about it. It is
 * used for one row after the other while the list is scrolled. Most rows of a long
 * list are about somebody new; what is said of them has the same room in each, as
 * measuring two hundred texts for every step would be too slow.
 */
struct _DitesPlanItem
{
  AdwBin parent_instance;

  DitesImport  *import;    /* (nullable): not bound */
  DitesPlanRow *row;       /* (nullable): not bound */
  GtkListItem  *list_item; /* (nullable) (unowned): not bound */
  gulong        state_id;
  gboolean      showing; /* what changes is not changed by a person */

  GtkImage       *icon;
  GtkLabel       *title;
  GtkLabel       *state;
  GtkLabel       *line;
  GtkInscription *summary;
  GtkLabel       *details;
  GtkWidget      *problems_box;
  GtkLabel       *problems;
  AdwBin         *question;
  GtkSwitch      *include;
};

G_DEFINE_FINAL_TYPE (DitesPlanItem, dites_plan_item, ADW_TYPE_BIN)

/* GTK 4.18 does not free the attributes of an inscription that goes, and loses those of each markup
 * that it is given: they are set, and taken away, apart from the text. */
static void
show_summary (DitesPlanItem *self,
              const char    *markup)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;

  if (!pango_parse_markup (markup, -1, 0, &attributes, &text, NULL, NULL))
    return;

  gtk_inscription_set_text (self->summary, text);
  gtk_inscription_set_attributes (self->summary, attributes);
}

static void
show_details (DitesPlanItem *self,
              DitesRowState  state,
              const char    *markup)
{
  gboolean short_enough = state == DITES_ROW_NEW;

  show_summary (self, short_enough ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), short_enough && *markup != '\0');
  if (!short_enough && !g_str_equal (gtk_label_get_label (self->details), markup))
    gtk_label_set_markup (self->details, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->details), !short_enough && *markup != '\0');
}

/* What a screen reader says of the row after its name. */
static void
describe (DitesPlanItem *self,
          const char    *markup)
{
  g_autofree char *problems = dites_plan_text_dup_problems (self->row);
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;

  if (pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL))
    description = g_strdup_printf ("%s%s%s", text, *text != '\0' && *problems != '\0' ? "\n" : "", problems);
  gtk_list_item_set_accessible_description (self->list_item, description);
}

static void
show_state (DitesPlanItem *self)
{
  DitesRowState    state = dites_plan_row_get_state (self->row);
  const char      *word = dites_plan_text_get_state (state);
  const char      *icon_classes[] = { dites_plan_text_get_style (state), NULL };
  const char      *state_classes[] = { "caption-heading", dites_plan_text_get_style (state), NULL };
  g_autofree char *title = dites_plan_row_dup_title (self->row);
  g_autofree char *details = dites_plan_text_dup_details (self->row, self->import);
  g_autofree char *line = g_strdup_printf (_("Line %u"), dites_plan_row_get_line (self->row));
  /* Translators: whom a row of a list is about, what becomes of it, and its line. */
  g_autofree char *name = g_strdup_printf (_("%s, %s, %s"), title, word, line);
  /* Translators: %s is whom a row of a list is about. */
  g_autofree char *include = g_strdup_printf (_("Import %s"), title);

  self->showing = TRUE;
  gtk_image_set_from_icon_name (self->icon, dites_plan_text_get_icon_name (state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), icon_classes);
  gtk_label_set_label (self->title, *title != '\0' ? title : _("Nameless"));
  gtk_label_set_label (self->state, word);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), state_classes);
  gtk_label_set_label (self->line, line);
  show_details (self, state, details);
  gtk_switch_set_active (self->include, state != DITES_ROW_SKIPPED);
  /* Of the others nothing is written in any case. */
  gtk_widget_set_visible (GTK_WIDGET (self->include), state != DITES_ROW_REFUSED && state != DITES_ROW_SAME);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->include), GTK_ACCESSIBLE_PROPERTY_LABEL, include, -1);
  gtk_list_item_set_accessible_label (self->list_item, name);
  describe (self, details);
  self->showing = FALSE;
}

static void
show_row (DitesPlanItem *self)
{
  DitesPlan       *plan = dites_import_get_plan (self->import);
  g_autofree char *problems = dites_plan_text_dup_problems (self->row);
  gboolean         question = dites_plan_is_question (plan, dites_plan_row_get_index (self->row));

  gtk_label_set_label (self->problems, problems);
  gtk_widget_set_visible (self->problems_box, *problems != '\0');
  adw_bin_set_child (self->question, question ? dites_plan_question_new (self->import, self->row) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->question), question);
  show_state (self);
}

static void
included_cb (DitesPlanItem *self)
{
  if (!self->showing && self->row != NULL)
    dites_plan_row_set_excluded (self->row, !gtk_switch_get_active (self->include));
}

static void
dites_plan_item_dispose (GObject *object)
{
  DitesPlanItem *self = DITES_PLAN_ITEM (object);

  dites_plan_item_unbind (self);
  if (self->summary != NULL)
    gtk_inscription_set_attributes (self->summary, NULL);
  self->summary = NULL;

  G_OBJECT_CLASS (dites_plan_item_parent_class)->dispose (object);
}

static void
dites_plan_item_class_init (DitesPlanItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dites_plan_item_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-plan-item.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, icon);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, title);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, state);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, line);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, summary);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, details);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, problems_box);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, problems);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, question);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanItem, include);
  gtk_widget_class_bind_template_callback (widget_class, included_cb);
}

static void
dites_plan_item_init (DitesPlanItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_plan_item_new:
 *
 * Returns: (transfer floating): an item that shows nothing yet
 */
GtkWidget *
dites_plan_item_new (void)
{
  return g_object_new (DITES_TYPE_PLAN_ITEM, NULL);
}

/**
 * dites_plan_item_bind:
 * @self: an item
 * @import: the import
 * @list_item: what holds the row, and is given its name
 *
 * Shows a row until dites_plan_item_unbind().
 */
void
dites_plan_item_bind (DitesPlanItem *self,
                      DitesImport   *import,
                      GtkListItem   *list_item)
{
  self->import = g_object_ref (import);
  self->row = g_object_ref (gtk_list_item_get_item (list_item));
  self->list_item = list_item;
  self->state_id = g_signal_connect_swapped (self->row, "notify::state", G_CALLBACK (show_state), self);
  show_row (self);
}

/**
 * dites_plan_item_unbind:
 * @self: an item
 */
void
dites_plan_item_unbind (DitesPlanItem *self)
{
  if (self->row == NULL)
    return;

  adw_bin_set_child (self->question, NULL);
  g_clear_signal_handler (&self->state_id, self->row);
  g_clear_object (&self->row);
  g_clear_object (&self->import);
  self->list_item = NULL;
}
