package dev.vigie.demo.control;

/// Makes the Jobs of CronJobs when they are due, and forgets old ones.
final class CronJobController implements Controller {
    private final Each each = new Each(CronJobs.KEY);

    @Override
    public void run(World world) {
        each.run(world, cron -> new CronJobs(world, cron).step());
    }
}
